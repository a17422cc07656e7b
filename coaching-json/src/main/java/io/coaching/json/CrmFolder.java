package io.coaching.json;

import static java.util.Objects.requireNonNull;

import io.coaching.base.MessageCode;
import io.coaching.base.Outcome;
import io.coaching.base.PersonId;
import io.coaching.base.RegionId;
import io.coaching.base.RoleId;
import io.coaching.base.TeamId;
import io.coaching.people.Assignment;
import io.coaching.people.Person;
import io.coaching.people.Region;
import io.coaching.people.Role;
import io.coaching.people.RoleArchetype;
import io.coaching.people.Roster;
import io.coaching.people.RosterRecords;
import io.coaching.people.Team;
import io.coaching.pipeline.Opportunity;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads a folder of files that a CRM exported.
 *
 * <p>Two layouts are known by the names of their files:
 *
 * <ul>
 *   <li>{@code sales_pipeline.csv}, and beside it, where they are there, {@code sales_teams.csv} (agent, manager, regional
 *       office), {@code products.csv} (product, list price) and {@code accounts.csv}: the layout of the public "CRM Sales
 *       Opportunities" data set; see {@link OpportunityCsv#crmSales()}. A manager stands for a team, and a regional office
 *       for a region. The list price is the amount of a deal until its close;
 *   <li>{@code Opportunity.csv}, and beside it {@code OpportunityHistory.csv}, {@code OpportunityFieldHistory.csv} and
 *       {@code User.csv}: exports of Salesforce; see {@link OpportunityCsv#salesforce()}. Of users, {@code Id} and
 *       perhaps {@code Name} and {@code ManagerId} are taken.
 * </ul>
 *
 * <p>In both, {@code observations.csv} and {@code observations.ndjson} hold plain observations; see {@link
 * ObservationFormat}.
 *
 * <pre>{@code
 * Outcome<CrmData> crm = CrmFolder.of(Path.of("exports/2017")).read();
 * }</pre>
 *
 * <p>Amounts without a currency, as Salesforce exports them for a company that works in one, need to be told it:
 *
 * <pre>{@code
 * Outcome<CrmData> crm = CrmFolder.of(Path.of("exports/salesforce")).currency("EUR").read();
 * }</pre>
 */
public final class CrmFolder {
    private static final RoleId AGENT = RoleId.of("sales-agent");

    private final Path folder;
    private final OpportunityCsv crmSales;
    private final OpportunityCsv salesforce;
    private final ReadLimits limits;
    private final Optional<String> currency;

    private CrmFolder(
            Path folder,
            OpportunityCsv crmSales,
            OpportunityCsv salesforce,
            ReadLimits limits,
            Optional<String> currency) {
        this.folder = requireNonNull(folder, "folder");
        this.crmSales = crmSales;
        this.salesforce = salesforce;
        this.limits = limits;
        this.currency = currency;
    }

    /**
     * Returns a folder to read, with {@link ReadLimits#DEFAULT}.
     *
     * @param folder the folder
     * @return the folder
     */
    public static CrmFolder of(Path folder) {
        return new CrmFolder(
                folder, OpportunityCsv.crmSales(), OpportunityCsv.salesforce(), ReadLimits.DEFAULT, Optional.empty());
    }

    /**
     * Returns this folder with other limits, which hold for each file.
     *
     * @param other how much input is taken
     * @return the folder
     */
    public CrmFolder within(ReadLimits other) {
        return new CrmFolder(folder, crmSales, salesforce, other, currency);
    }

    /**
     * Returns this folder with another reader of {@code sales_pipeline.csv}.
     *
     * @param reader as {@code OpportunityCsv.crmSales().withoutAliases()}
     * @return the folder
     */
    public CrmFolder pipeline(OpportunityCsv reader) {
        return new CrmFolder(folder, reader, salesforce, limits, currency);
    }

    /**
     * Returns this folder with another reader of {@code Opportunity.csv}.
     *
     * @param reader as {@code OpportunityCsv.salesforce().currency("EUR")}
     * @return the folder
     */
    public CrmFolder salesforce(OpportunityCsv reader) {
        return new CrmFolder(folder, crmSales, reader, limits, currency);
    }

    /**
     * Returns this folder with the currency of amounts that do not have one, in all layouts and whatever their readers
     * say; see {@link OpportunityCsv#currency}.
     *
     * @param code the ISO 4217 code, as {@code "USD"}
     * @return the folder
     * @throws IllegalArgumentException if there is no such currency
     */
    public CrmFolder currency(String code) {
        String known = Currency.getInstance(code).getCurrencyCode();
        return new CrmFolder(folder, crmSales, salesforce, limits, Optional.of(known));
    }

    /**
     * Reads the folder.
     *
     * @return what it holds, and what is wrong with some of it; accepted and refused count the rows of all files
     * @throws IllegalArgumentException if it holds no file of opportunities: the message says which are looked for
     * @throws UncheckedIOException if a file cannot be read
     */
    public Outcome<CrmData> read() {
        Outcome<CrmData> deals;
        if (has("sales_pipeline.csv")) {
            deals = readCrmSales();
        } else if (has("Opportunity.csv")) {
            deals = readSalesforce();
        } else {
            throw new IllegalArgumentException("folder must hold sales_pipeline.csv or Opportunity.csv: " + folder
                    + "\nMaybe rename the export, or read it with OpportunityCsv.");
        }
        return withObservations(deals);
    }

    // ---- the layout of the public data set

    private Outcome<CrmData> readCrmSales() {
        Outcome<Roster> roster = with(
                "sales_teams.csv",
                Account.joined(Roster.empty()),
                in -> roster(in, csv("sales_teams.csv").requiring("sales_agent")));
        Outcome<Map<String, BigDecimal>> prices =
                with("products.csv", Account.joined(Map.<String, BigDecimal>of()), this::products);
        Outcome<List<String>> accounts = with(
                "accounts.csv",
                Account.joined(List.<String>of()),
                in -> csv("accounts.csv").requiring("account").read(in, row -> row.text("account")));
        OpportunityCsv reader = reader(crmSales, "sales_pipeline.csv").listPrices(prices.value());
        Outcome<List<Opportunity>> deals = with("sales_pipeline.csv", Account.joined(List.of()), reader::read);
        return Account.joined(
                new CrmData(roster.value(), deals.value(), prices.value(), accounts.value(), Observations.none()),
                roster,
                prices,
                accounts,
                deals);
    }

    private Outcome<Roster> roster(InputStream in, Csv csv) {
        var records = RosterRecords.builder().addRoles(Role.of(AGENT, RoleArchetype.FULL_CYCLE));
        var teams = new LinkedHashMap<TeamId, Team>();
        var regions = new LinkedHashSet<RegionId>();
        var agents = new LinkedHashSet<PersonId>();
        Outcome<List<PersonId>> rows = csv.read(in, row -> {
            PersonId agent = row.parse("sales_agent", "a name", name -> PersonId.of(OpportunityCsv.slug(name)));
            if (!agents.add(agent)) {
                throw row.refused("sales_agent", "it is there more than once");
            }
            var person = Person.builder().id(agent).name(row.text("sales_agent"));
            var assignment =
                    Assignment.builder().person(agent).since(Roster.EARLIEST).role(AGENT);
            row.find("regional_office", "a name", name -> RegionId.of(OpportunityCsv.slug(name)))
                    .ifPresent(region -> {
                        regions.add(region);
                        assignment.region(region);
                    });
            row.find("manager", "a name", name -> PersonId.of(OpportunityCsv.slug(name)))
                    .ifPresent(manager -> {
                        TeamId team = TeamId.of(manager.value());
                        teams.putIfAbsent(
                                team,
                                Team.builder()
                                        .id(team)
                                        .name(row.text("manager"))
                                        .build());
                        assignment.manager(manager).team(team);
                    });
            records.addPersons(person.build()).addAssignments(assignment.build());
            return agent;
        });
        records.addAllTeams(teams.values());
        regions.forEach(region -> records.addRegions(Region.of(region)));
        return checked(records.build(), rows);
    }

    /** Managers are known by that column only; that they have no row of their own is nothing to tell. */
    private static Outcome<Roster> checked(RosterRecords records, Outcome<?> rows) {
        Outcome<Roster> roster = Roster.of(records);
        var told = roster.problems().stream()
                .filter(p -> p.message().code() != MessageCode.MANAGER_UNKNOWN)
                .toList();
        return Account.joined(roster.value(), rows, new Outcome<>(0, 0, 0, told));
    }

    private Outcome<Map<String, BigDecimal>> products(InputStream in) {
        var prices = new LinkedHashMap<String, BigDecimal>();
        Outcome<List<String>> rows = csv("products.csv")
                .requiring("product", "sales_price")
                .read(in, row -> {
                    String product = row.text("product");
                    BigDecimal price = row.parse("sales_price", "an amount", text -> Decimals.parse(text, false));
                    if (prices.putIfAbsent(product, price) != null) {
                        throw row.refused("product", "it is there more than once");
                    }
                    return product;
                });
        return Account.joined(prices, rows);
    }

    // ---- Salesforce

    private Outcome<CrmData> readSalesforce() {
        Outcome<Roster> roster = with("User.csv", Account.joined(Roster.empty()), this::users);
        var histories = new LinkedHashMap<String, InputStream>();
        try {
            for (String name : List.of("OpportunityHistory.csv", "OpportunityFieldHistory.csv")) {
                if (has(name)) {
                    histories.put(name, open(name));
                }
            }
            OpportunityCsv reader = reader(salesforce, "Opportunity.csv");
            Outcome<List<Opportunity>> deals =
                    with("Opportunity.csv", Account.joined(List.of()), in -> reader.readWithHistory(in, histories));
            return Account.joined(
                    new CrmData(roster.value(), deals.value(), Map.of(), List.of(), Observations.none()),
                    roster,
                    deals);
        } finally {
            histories.values().forEach(CrmFolder::close);
        }
    }

    private Outcome<Roster> users(InputStream in) {
        var records = RosterRecords.builder();
        var seen = new LinkedHashSet<PersonId>();
        Outcome<List<PersonId>> rows = csv("User.csv").requiring("Id").read(in, row -> {
            PersonId id = row.parse("Id", "an identifier", PersonId::of);
            if (!seen.add(id)) {
                throw row.refused("Id", "it is there more than once");
            }
            var assignment = Assignment.builder().person(id).since(Roster.EARLIEST);
            row.find("ManagerId", "an identifier", PersonId::of).ifPresent(assignment::manager);
            records.addPersons(Person.builder().id(id).name(row.find("Name")).build())
                    .addAssignments(assignment.build());
            return id;
        });
        return checked(records.build(), rows);
    }

    // ---- observations

    private Outcome<CrmData> withObservations(Outcome<CrmData> deals) {
        boolean csv = has("observations.csv");
        String name = csv ? "observations.csv" : "observations.ndjson";
        if (!has(name)) {
            return deals;
        }
        ObservationFormat format = (csv ? ObservationFormat.csv() : ObservationFormat.ndjson())
                .named(name)
                .within(limits);
        Outcome<Observations> observations = with(name, Account.joined(Observations.none()), format::read);
        CrmData data = deals.value();
        return Account.joined(
                new CrmData(
                        data.roster(), data.opportunities(), data.listPrices(), data.accounts(), observations.value()),
                deals,
                observations);
    }

    // ---- files

    private interface Reader<T> {
        Outcome<T> read(InputStream in);
    }

    private <T> Outcome<T> with(String name, Outcome<T> otherwise, Reader<T> reader) {
        if (!has(name)) {
            return otherwise;
        }
        try (InputStream in = open(name)) {
            return reader.read(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private boolean has(String name) {
        return Files.isRegularFile(folder.resolve(name));
    }

    private InputStream open(String name) {
        try {
            return new BufferedInputStream(Files.newInputStream(folder.resolve(name)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void close(InputStream in) {
        try {
            in.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Csv csv(String name) {
        return Csv.standard().named(name).within(limits);
    }

    private OpportunityCsv reader(OpportunityCsv of, String name) {
        OpportunityCsv named = of.as(of.format().named(name).within(limits));
        return currency.map(named::currency).orElse(named);
    }

    @Override
    public String toString() {
        return folder.toString();
    }
}
