package io.coaching.kpi;

import static io.coaching.kpi.StandardMeasures.*;

import io.coaching.base.KpiId;
import io.coaching.base.Percent;
import io.coaching.base.StageId;
import java.util.List;

/** The KPIs that come with the library, under the field's names. */
public final class StandardKpis {
    private static final StageId PROSPECTING = StageId.of("prospecting");
    private static final StageId QUALIFICATION = StageId.of("qualification");
    private static final StageId DISCOVERY = StageId.of("discovery");
    private static final StageId DEMONSTRATION = StageId.of("demo");
    private static final StageId PROPOSAL = StageId.of("proposal");
    private static final StageId NEGOTIATION = StageId.of("negotiation");

    // ---- activities: totals, compared per working day

    /** Calls. */
    public static final Kpi CALLS = activity(StandardMeasures.CALLS, PROSPECTING);
    /** Cold calls. */
    public static final Kpi COLD_CALLS = activity(StandardMeasures.COLD_CALLS, PROSPECTING);
    /** E-mails. */
    public static final Kpi EMAILS = activity(StandardMeasures.EMAILS, PROSPECTING);
    /** Social selling: posts, comments and messages. */
    public static final Kpi SOCIAL_TOUCHES = activity(StandardMeasures.SOCIAL_TOUCHES, PROSPECTING);
    /** Content published. */
    public static final Kpi CONTENT_PUBLISHED = activity(StandardMeasures.CONTENT_PUBLISHED, PROSPECTING);
    /** Downloads of content, credited to the people who made it. */
    public static final Kpi CONTENT_DOWNLOADS = activity(StandardMeasures.CONTENT_DOWNLOADS, PROSPECTING);
    /** Leads that came of content, credited to the people who made it. */
    public static final Kpi CONTENT_LEADS = activity(StandardMeasures.CONTENT_LEADS, PROSPECTING);
    /** Meetings booked. */
    public static final Kpi MEETINGS_BOOKED = activity(StandardMeasures.MEETINGS_BOOKED, QUALIFICATION);
    /** Meetings scheduled for a span to come, such as next week. */
    public static final Kpi MEETINGS_SCHEDULED = activity(StandardMeasures.MEETINGS_SCHEDULED, QUALIFICATION);
    /** Meetings held. */
    public static final Kpi MEETINGS_HELD = activity(StandardMeasures.MEETINGS_HELD, DISCOVERY);
    /** Demos set. */
    public static final Kpi DEMOS_SET = activity(StandardMeasures.DEMOS_SET, DEMONSTRATION);
    /** Demos held. */
    public static final Kpi DEMOS_HELD = activity(StandardMeasures.DEMOS_HELD, DEMONSTRATION);
    /** Proposals sent. */
    public static final Kpi PROPOSALS = activity(StandardMeasures.PROPOSALS, PROPOSAL);

    // ---- how efficient, how proficient

    /** Connects for a call: is the time on the phone spent well? */
    public static final Kpi CONNECT_RATE = Kpi.builder()
            .from(proportion(
                    "connect-rate",
                    "Connect rate",
                    StandardMeasures.CONNECTS,
                    List.of(StandardMeasures.CALLS),
                    PROSPECTING))
            .leading()
            .build();
    /** Demos set for a call: what do the calls lead to? */
    public static final Kpi DEMOS_PER_CALL = ratio(
            "demos-per-call", "Demos per call", StandardMeasures.DEMOS_SET, StandardMeasures.CALLS, 3, DEMONSTRATION);
    /** Opportunities started for a meeting held. */
    public static final Kpi STARTS_PER_MEETING = ratio(
            "starts-per-meeting", "Starts per meeting", STARTED, StandardMeasures.MEETINGS_HELD, 2, QUALIFICATION);
    /** Steps of the sales process done in time, of those that were due. */
    public static final Kpi PROCESS_COMPLIANCE = Kpi.builder()
            .id(KpiId.of("process-compliance"))
            .name("Process compliance")
            .formula(new Formula.Proportion(
                    PROCESS_STEPS_DONE.id(), List.of(PROCESS_STEPS_DONE.id(), PROCESS_STEPS_MISSED.id())))
            .unit(Unit.SHARE)
            .decimals(1)
            .leading()
            .build();

    // ---- opportunities

    /** Opportunity starts: opportunities that entered the first counted stage. */
    public static final Kpi OPPORTUNITY_STARTS =
            total("opportunity-starts", "Opportunity starts", STARTED, true, QUALIFICATION);
    /** Dollars in starts: the sum of their amounts. */
    public static final Kpi DOLLARS_IN_STARTS =
            total("dollars-in-starts", "Dollars in starts", STARTED_AMOUNT, true, QUALIFICATION);
    /** Deals won. */
    public static final Kpi DEALS_WON = total("deals-won", "Deals won", WON, false, NEGOTIATION);
    /** Deals lost. */
    public static final Kpi DEALS_LOST = lower(total("deals-lost", "Deals lost", LOST, false, NEGOTIATION));
    /** Bookings: the won amount, by close date. */
    public static final Kpi BOOKINGS = total("bookings", "Bookings", WON_AMOUNT, false, NEGOTIATION);
    /** New business won. */
    public static final Kpi NEW_BUSINESS_WON =
            total("new-business-won", "New business won", NEW_BUSINESS_AMOUNT, false, NEGOTIATION);
    /** Renewals won, by amount. */
    public static final Kpi RENEWALS_WON = total("renewals-won", "Renewals won", RENEWAL_AMOUNT, false, NEGOTIATION);
    /** Renewals won, of all renewals decided. */
    public static final Kpi RENEWAL_RATE = proportion(
            "renewal-rate",
            "Renewal rate",
            StandardMeasures.RENEWALS_WON,
            List.of(StandardMeasures.RENEWALS_WON, RENEWALS_LOST),
            NEGOTIATION);
    /** Win rate by count on the basis of close dates: won / (won + lost). Losses that take longer than wins bias it. */
    public static final Kpi WIN_RATE = proportion("win-rate", "Win rate", WON, List.of(WON, LOST), NEGOTIATION);
    /** Average deal size: won amount / wins. */
    public static final Kpi AVERAGE_DEAL_SIZE = Kpi.builder()
            .id(KpiId.of("average-deal-size"))
            .name("Average deal size")
            .formula(new Formula.Ratio(WON_AMOUNT.id(), WON.id()))
            .unit(Unit.MONEY)
            .addStages(NEGOTIATION)
            .build();
    /** Median deal size. */
    public static final Kpi MEDIAN_DEAL_SIZE = Kpi.builder()
            .id(KpiId.of("median-deal-size"))
            .name("Median deal size")
            .formula(new Formula.Quantile(WON_AMOUNT.id(), Percent.of(50)))
            .unit(Unit.MONEY)
            .addStages(NEGOTIATION)
            .build();
    /** Sales cycle: mean days from start to win. Deals that are still open do not count. */
    public static final Kpi SALES_CYCLE = days("sales-cycle", "Sales cycle", new Formula.Mean(DAYS_TO_WIN.id()));
    /** Median days from start to win. */
    public static final Kpi MEDIAN_SALES_CYCLE =
            days("median-sales-cycle", "Median sales cycle", new Formula.Quantile(DAYS_TO_WIN.id(), Percent.of(50)));
    /** Mean days from start to loss. */
    public static final Kpi TIME_TO_LOSS = days("time-to-loss", "Time to loss", new Formula.Mean(DAYS_TO_LOSS.id()));
    /** Median days from start to loss. */
    public static final Kpi MEDIAN_TIME_TO_LOSS =
            days("median-time-to-loss", "Median time to loss", new Formula.Quantile(DAYS_TO_LOSS.id(), Percent.of(50)));
    /** Open opportunities at the end of the span. */
    public static final Kpi OPEN_OPPORTUNITIES = Kpi.builder()
            .id(KpiId.of("open-opportunities"))
            .name("Open opportunities")
            .formula(new Formula.Stock(OPEN_CHANGE.id()))
            .unit(Unit.COUNT)
            .leading()
            .addStages(QUALIFICATION)
            .build();
    /** Open pipeline at the end of the span: the amount of open opportunities. */
    public static final Kpi OPEN_PIPELINE = Kpi.builder()
            .id(KpiId.of("open-pipeline"))
            .name("Open pipeline")
            .formula(new Formula.Stock(OPEN_AMOUNT_CHANGE.id()))
            .unit(Unit.MONEY)
            .leading()
            .addStages(QUALIFICATION)
            .build();
    /** Pipeline generated: the amount of opportunities started. */
    public static final Kpi PIPELINE_GENERATED =
            total("pipeline-generated", "Pipeline generated", STARTED_AMOUNT, true, QUALIFICATION);
    /** Sales velocity: open opportunities x win rate x average deal size / sales cycle, in money a day. */
    public static final Kpi SALES_VELOCITY = Kpi.builder()
            .id(KpiId.of("sales-velocity"))
            .name("Sales velocity")
            .formula(new Formula.Derived(List.of(
                    new Formula.Factor(KpiId.of("open-opportunities"), 1),
                    new Formula.Factor(KpiId.of("win-rate"), 1),
                    new Formula.Factor(KpiId.of("average-deal-size"), 1),
                    new Formula.Factor(KpiId.of("sales-cycle"), -1))))
            .unit(Unit.MONEY_PER_DAY)
            .definition("counts the opportunities that are open at the end of the span")
            .build();
    /** Sales velocity of what was closed: won amount / sales cycle, in money a day. */
    public static final Kpi CLOSED_SALES_VELOCITY = Kpi.builder()
            .id(KpiId.of("closed-sales-velocity"))
            .name("Sales velocity, closed deals")
            .formula(new Formula.Derived(List.of(
                    new Formula.Factor(KpiId.of("bookings"), 1), new Formula.Factor(KpiId.of("sales-cycle"), -1))))
            .unit(Unit.MONEY_PER_DAY)
            .definition("counts the deals won in the span")
            .build();

    /** Multithreading: how many people at the customer are engaged on a deal, in the mean. */
    public static final Kpi CONTACTS_PER_DEAL = Kpi.builder()
            .id(KpiId.of("contacts-per-deal"))
            .name("Contacts engaged per deal")
            .formula(new Formula.Mean(CONTACTS_ENGAGED.id()))
            .unit(Unit.COUNT)
            .decimals(1)
            .leading()
            .addStages(NEGOTIATION)
            .build();

    // ---- people

    /** Satisfaction: the mean of what surveys report. */
    public static final Kpi SATISFACTION = Kpi.builder()
            .id(KpiId.of("satisfaction"))
            .name("Satisfaction")
            .formula(new Formula.Mean(StandardMeasures.SATISFACTION.id()))
            .unit(Unit.POINTS)
            .decimals(2)
            .build();

    /**
     * Engagement: the mean of what surveys report. Import the score of each person and survey as an observation, on the
     * scale of the survey; another survey with another scale is another measure.
     */
    public static final Kpi ENGAGEMENT = Kpi.builder()
            .id(KpiId.of("engagement"))
            .name("Engagement")
            .formula(new Formula.Mean(StandardMeasures.ENGAGEMENT.id()))
            .unit(Unit.POINTS)
            .decimals(2)
            .build();
    /**
     * Turnover: people who left, for 30 days employed of one person; what is kept is retention. 0.02 says that 2 of 100
     * people leave in 30 days. It is asked of teams, and follows who was in the team on the last day; it makes no
     * difference between who went and who was sent.
     *
     * <p>Example: 1 of 4 people leaves after 45 of 90 days: 1 for 315 days employed, 0.095 for 30 days.
     */
    public static final Kpi TURNOVER = Kpi.builder()
            .id(KpiId.of("turnover"))
            .name("Turnover")
            .formula(new Formula.Rate(StandardMeasures.DEPARTURES.id(), Exposure.THIRTY_DAYS))
            .unit(Unit.RATIO)
            .decimals(3)
            .lowerIsBetter()
            .definition("counts the days employed, on leave or not; no departure is known after the as-of day")
            .build();

    private static final List<Kpi> ALL = List.of(
            CALLS,
            COLD_CALLS,
            EMAILS,
            SOCIAL_TOUCHES,
            CONTENT_PUBLISHED,
            CONTENT_DOWNLOADS,
            CONTENT_LEADS,
            MEETINGS_BOOKED,
            MEETINGS_SCHEDULED,
            MEETINGS_HELD,
            DEMOS_SET,
            DEMOS_HELD,
            PROPOSALS,
            CONNECT_RATE,
            DEMOS_PER_CALL,
            STARTS_PER_MEETING,
            PROCESS_COMPLIANCE,
            OPPORTUNITY_STARTS,
            DOLLARS_IN_STARTS,
            DEALS_WON,
            DEALS_LOST,
            BOOKINGS,
            NEW_BUSINESS_WON,
            RENEWALS_WON,
            RENEWAL_RATE,
            WIN_RATE,
            AVERAGE_DEAL_SIZE,
            MEDIAN_DEAL_SIZE,
            SALES_CYCLE,
            MEDIAN_SALES_CYCLE,
            TIME_TO_LOSS,
            MEDIAN_TIME_TO_LOSS,
            OPEN_OPPORTUNITIES,
            OPEN_PIPELINE,
            PIPELINE_GENERATED,
            SALES_VELOCITY,
            CLOSED_SALES_VELOCITY,
            CONTACTS_PER_DEAL,
            SATISFACTION,
            ENGAGEMENT,
            TURNOVER);

    private StandardKpis() {}

    /**
     * All of them.
     *
     * @return the KPIs, in the order above
     */
    public static List<Kpi> all() {
        return ALL;
    }

    private static Kpi activity(Measure measure, StageId stage) {
        return total(measure.id().value(), measure.name(), measure, true, stage);
    }

    private static Kpi total(String id, String name, Measure measure, boolean leading, StageId stage) {
        return Kpi.builder()
                .id(KpiId.of(id))
                .name(name)
                .formula(new Formula.Total(measure.id()))
                .unit(measure.unit())
                .timing(leading ? Timing.LEADING : Timing.LAGGING)
                .addStages(stage)
                .build();
    }

    private static Kpi lower(Kpi kpi) {
        return Kpi.builder().from(kpi).lowerIsBetter().build();
    }

    private static Kpi proportion(String id, String name, Measure successes, List<Measure> trials, StageId stage) {
        return Kpi.builder()
                .id(KpiId.of(id))
                .name(name)
                .formula(new Formula.Proportion(
                        successes.id(), trials.stream().map(Measure::id).toList()))
                .unit(Unit.SHARE)
                .decimals(1)
                .addStages(stage)
                .build();
    }

    private static Kpi ratio(String id, String name, Measure above, Measure below, int decimals, StageId stage) {
        return Kpi.builder()
                .id(KpiId.of(id))
                .name(name)
                .formula(new Formula.Ratio(above.id(), below.id()))
                .unit(Unit.RATIO)
                .decimals(decimals)
                .leading()
                .addStages(stage)
                .build();
    }

    private static Kpi days(String id, String name, Formula formula) {
        return Kpi.builder()
                .id(KpiId.of(id))
                .name(name)
                .formula(formula)
                .unit(Unit.DAYS)
                .decimals(1)
                .lowerIsBetter()
                .addStages(NEGOTIATION)
                .build();
    }
}
