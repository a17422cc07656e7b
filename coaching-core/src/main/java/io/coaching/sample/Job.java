package io.coaching.sample;

import io.coaching.base.RoleId;
import io.coaching.people.Role;
import io.coaching.people.RoleArchetype;

/** What someone in a sample company is employed to do. */
enum Job {
    SALES_DEVELOPMENT("sales-development", RoleArchetype.SALES_DEVELOPMENT),
    ACCOUNT_EXECUTIVE("account-executive", RoleArchetype.ACCOUNT_EXECUTIVE),
    FULL_CYCLE("full-cycle", RoleArchetype.FULL_CYCLE),
    MANAGER("sales-manager", RoleArchetype.SALES_MANAGER);

    private final String id;
    private final RoleArchetype archetype;

    Job(String id, RoleArchetype archetype) {
        this.id = id;
        this.archetype = archetype;
    }

    RoleId id() {
        return RoleId.of(id);
    }

    Role role() {
        return Role.of(id(), archetype);
    }
}
