package io.coaching.people;

import com.google.common.collect.ImmutableMap;
import io.coaching.base.Privacy;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Which role sees whom by name, and how small a group may be for those who do not.
 *
 * @param scopes whose figures each role sees by name; a role that is absent sees its own only
 * @param privacy how small a group may be for viewers who may not see each of its people
 */
public record AccessPolicy(Map<AccessRole, Scope> scopes, Privacy privacy) {
    private static final AccessPolicy STANDARD = new AccessPolicy(
            ImmutableMap.of(
                    AccessRole.REP, Scope.SELF,
                    AccessRole.MANAGER, Scope.REPORTS,
                    AccessRole.ENABLEMENT_LEADER, Scope.EVERYONE,
                    AccessRole.PROGRAMME, Scope.EVERYONE),
            Privacy.DEFAULT);

    /**
     * Keeps a copy, in the order of the roles.
     *
     * @param scopes whose figures each role sees by name
     * @param privacy how small a group may be
     */
    public AccessPolicy {
        var sorted = ImmutableMap.<AccessRole, Scope>builder();
        for (AccessRole role : AccessRole.values()) {
            if (scopes.containsKey(role)) {
                sorted.put(role, scopes.get(role));
            }
        }
        scopes = sorted.buildOrThrow();
    }

    /**
     * A rep sees their own figures, a manager those of direct and indirect reports too, an enablement leader and the
     * programme everyone's; groups need five persons.
     *
     * @return the policy
     */
    public static AccessPolicy standard() {
        return STANDARD;
    }

    /**
     * Sets what a role sees.
     *
     * @param role the role
     * @param scope whose figures it sees by name
     * @return this policy with that
     */
    public AccessPolicy withScope(AccessRole role, Scope scope) {
        var more = new LinkedHashMap<>(scopes);
        more.put(role, scope);
        return new AccessPolicy(more, privacy);
    }

    /**
     * Sets how small a group may be.
     *
     * @param minimum the least size
     * @return this policy with that
     */
    public AccessPolicy withPrivacy(Privacy minimum) {
        return new AccessPolicy(scopes, minimum);
    }

    /**
     * Whose figures a role sees by name.
     *
     * @param role the role
     * @return the scope
     */
    public Scope scopeOf(AccessRole role) {
        return scopes.getOrDefault(role, Scope.SELF);
    }
}
