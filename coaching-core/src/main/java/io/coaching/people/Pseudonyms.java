package io.coaching.people;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSortedSet;
import io.coaching.base.PersonId;
import io.coaching.base.RegionId;
import io.coaching.base.RoleId;
import io.coaching.base.TeamId;
import io.coaching.internal.check.Checks;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Puts pseudonyms in place of identifiers: the same key gives the same pseudonym to the same identifier, today and next
 * year, so that data from several sources still fit together; without the key nobody can tell, or try out, who is who.
 *
 * <p>A pseudonym is {@code p-} and 16 characters: the first 80 bits of HMAC-SHA256 (RFC 2104) of the identifier, in
 * lower-case base 32 (RFC 4648). Two of a million people share one with a probability of less than one in a trillion.
 *
 * <p>It is not anonymity. Names go, and so do the attributes that are named here and all of {@link Person#inclusion()};
 * but days of hire, the shape of a team or a rare role may still give someone away. Keep the key as a secret; its bytes
 * are in no text and no JSON.
 */
public final class Pseudonyms {
    /** The least number of bytes that make a key. */
    public static final int MIN_KEY_BYTES = 16;

    private static final String ALPHABET = "abcdefghijklmnopqrstuvwxyz234567";
    private static final int CHARACTERS = 16;

    private final SecretKeySpec key;
    private final Set<String> dropped;
    private final boolean groups;
    private final boolean inclusion;

    private Pseudonyms(SecretKeySpec key, Set<String> dropped, boolean groups, boolean inclusion) {
        this.key = key;
        this.dropped = dropped;
        this.groups = groups;
        this.inclusion = inclusion;
    }

    /**
     * Returns pseudonyms under a key.
     *
     * @param key the secret: at least {@link #MIN_KEY_BYTES} bytes, best from a secure random source
     * @return pseudonyms of persons; teams, regions and roles keep their identifiers
     * @throws IllegalArgumentException if the key is too short
     */
    public static Pseudonyms keyed(byte[] key) {
        Checks.that(
                key.length >= MIN_KEY_BYTES,
                "key must have at least " + MIN_KEY_BYTES + " bytes, has " + key.length,
                "it is a password: derive a key from it first");
        return new Pseudonyms(new SecretKeySpec(key, "HmacSHA256"), ImmutableSortedSet.of(), false, false);
    }

    /**
     * Drops further attributes, of persons and of assignments.
     *
     * @param attributes keys of attributes that may give someone away
     * @return pseudonyms that drop these too
     */
    public Pseudonyms dropping(String... attributes) {
        return new Pseudonyms(
                key,
                ImmutableSortedSet.<String>naturalOrder()
                        .addAll(dropped)
                        .add(attributes)
                        .build(),
                groups,
                inclusion);
    }

    /**
     * Puts pseudonyms in place of teams, regions and roles as well, and drops their names: for teams that are called
     * after who leads them.
     *
     * @return pseudonyms of groups too
     */
    public Pseudonyms withGroups() {
        return new Pseudonyms(key, dropped, true, inclusion);
    }

    /**
     * Keeps what was given for the study of equity.
     *
     * @return pseudonyms that keep {@link Person#inclusion()}
     */
    public Pseudonyms keepingInclusion() {
        return new Pseudonyms(key, dropped, groups, true);
    }

    /**
     * The pseudonym of a person: for records that are kept elsewhere.
     *
     * @param person the identifier
     * @return the pseudonym
     */
    public PersonId of(PersonId person) {
        return PersonId.of(pseudonym("p", person.value()));
    }

    /**
     * The pseudonym of a team.
     *
     * @param team the identifier
     * @return the pseudonym; the identifier itself unless {@link #withGroups()}
     */
    public TeamId of(TeamId team) {
        return groups ? TeamId.of(pseudonym("t", team.value())) : team;
    }

    /**
     * The pseudonym of a region.
     *
     * @param region the identifier
     * @return the pseudonym; the identifier itself unless {@link #withGroups()}
     */
    public RegionId of(RegionId region) {
        return groups ? RegionId.of(pseudonym("r", region.value())) : region;
    }

    /**
     * The pseudonym of a role.
     *
     * @param role the identifier
     * @return the pseudonym; the identifier itself unless {@link #withGroups()}
     */
    public RoleId of(RoleId role) {
        return groups ? RoleId.of(pseudonym("o", role.value())) : role;
    }

    /** Keeps the key to itself. */
    @Override
    public String toString() {
        return "pseudonyms" + (dropped.isEmpty() ? "" : " without " + dropped) + (groups ? ", of groups too" : "")
                + (inclusion ? ", keeping inclusion" : "");
    }

    Pseudonymous of(Roster roster) {
        RosterRecords records = roster.records();
        var originals = new TreeMap<PersonId, PersonId>();
        records.persons().forEach(person -> originals.put(of(person.id()), person.id()));
        records.assignments().stream()
                .flatMap(assignment -> assignment.manager().stream())
                .forEach(manager -> originals.put(of(manager), manager));
        var hidden = RosterRecords.builder()
                .rampRule(records.rampRule())
                .persons(records.persons().stream().map(this::hide).toList())
                .teams(records.teams().stream().map(this::hide).toList())
                .regions(records.regions().stream().map(this::hide).toList())
                .roles(records.roles().stream().map(this::hide).toList())
                .assignments(records.assignments().stream().map(this::hide).toList())
                .leaves(records.leaves().stream()
                        .map(leave -> new Leave(of(leave.person()), leave.span(), LeaveKind.OTHER))
                        .toList())
                .build();
        return new Pseudonymous(Roster.of(hidden).orThrow(), originals);
    }

    /** The records without a person. */
    static RosterRecords without(RosterRecords records, PersonId person) {
        return RosterRecords.builder()
                .from(records)
                .persons(records.persons().stream()
                        .filter(other -> !other.id().equals(person))
                        .toList())
                .assignments(records.assignments().stream()
                        .filter(assignment -> !assignment.person().equals(person))
                        .map(assignment -> assignment.manager().equals(Optional.of(person))
                                ? Assignment.builder()
                                        .from(assignment)
                                        .manager(Optional.empty())
                                        .build()
                                : assignment)
                        .toList())
                .leaves(records.leaves().stream()
                        .filter(leave -> !leave.person().equals(person))
                        .toList())
                .build();
    }

    private Person hide(Person person) {
        return Person.builder()
                .from(person)
                .id(of(person.id()))
                .name(Optional.empty())
                .attributes(kept(person.attributes()))
                .inclusion(inclusion ? person.inclusion() : Map.of())
                .build();
    }

    private Team hide(Team team) {
        return Team.builder()
                .id(of(team.id()))
                .parent(team.parent().map(this::of))
                .region(team.region().map(this::of))
                .build();
    }

    private Region hide(Region region) {
        return Region.builder()
                .id(of(region.id()))
                .name(groups ? Optional.empty() : region.name())
                .parent(region.parent().map(this::of))
                .build();
    }

    private Role hide(Role role) {
        return Role.builder()
                .from(role)
                .id(of(role.id()))
                .name(groups ? Optional.empty() : role.name())
                .build();
    }

    private Assignment hide(Assignment assignment) {
        return Assignment.builder()
                .from(assignment)
                .person(of(assignment.person()))
                .manager(assignment.manager().map(this::of))
                .team(assignment.team().map(this::of))
                .region(assignment.region().map(this::of))
                .role(assignment.role().map(this::of))
                .attributes(kept(assignment.attributes()))
                .build();
    }

    private Map<String, String> kept(Map<String, String> attributes) {
        return attributes.entrySet().stream()
                .filter(attribute -> !dropped.contains(attribute.getKey()))
                .collect(ImmutableMap.toImmutableMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private String pseudonym(String kind, String id) {
        byte[] hash;
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(key);
            hash = mac.doFinal((kind + '\0' + id).getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has HmacSHA256", e);
        }
        var text = new StringBuilder(kind).append('-');
        for (int i = 0; i < CHARACTERS; i++) {
            int bit = 5 * i;
            int two = ((hash[bit / 8] & 0xff) << 8) | (hash[bit / 8 + 1] & 0xff);
            text.append(ALPHABET.charAt((two >> (11 - bit % 8)) & 31));
        }
        return text.toString();
    }
}
