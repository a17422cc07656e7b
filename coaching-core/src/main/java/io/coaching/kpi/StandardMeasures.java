package io.coaching.kpi;

import io.coaching.base.MeasureId;
import java.util.List;

/** The measures that come with the library. Facts of opportunities are made of a history; the others are observed. */
public final class StandardMeasures {
    // ---- activities

    /** Calls made. */
    public static final Measure CALLS = Measure.count("calls", "Calls");
    /** Calls to people who had not been spoken to before. */
    public static final Measure COLD_CALLS = Measure.count("cold-calls", "Cold calls");
    /** Calls in which the person wanted was reached. */
    public static final Measure CONNECTS = Measure.count("connects", "Connects");
    /** E-mails sent by hand. */
    public static final Measure EMAILS = Measure.count("emails", "E-mails");
    /** Posts, comments and messages on social networks. */
    public static final Measure SOCIAL_TOUCHES = Measure.count("social-touches", "Social touches");
    /** Pieces of content published. */
    public static final Measure CONTENT_PUBLISHED = Measure.count("content-published", "Content published");
    /** Downloads of content, credited to the people who made it. */
    public static final Measure CONTENT_DOWNLOADS = Measure.count("content-downloads", "Content downloads");
    /** Leads that came of content, credited to the people who made it. */
    public static final Measure CONTENT_LEADS = Measure.count("content-leads", "Content leads");
    /** Meetings agreed, on the day they were agreed. */
    public static final Measure MEETINGS_BOOKED = Measure.count("meetings-booked", "Meetings booked");
    /** Meetings in the diary, on the day they are to take place; days to come are allowed. */
    public static final Measure MEETINGS_SCHEDULED = Measure.count("meetings-scheduled", "Meetings scheduled");
    /** Meetings that took place. */
    public static final Measure MEETINGS_HELD = Measure.count("meetings-held", "Meetings held");
    /** Demonstrations agreed. */
    public static final Measure DEMOS_SET = Measure.count("demos-set", "Demos set");
    /** Demonstrations given. */
    public static final Measure DEMOS_HELD = Measure.count("demos-held", "Demos held");
    /** Proposals sent. */
    public static final Measure PROPOSALS = Measure.count("proposals", "Proposals sent");
    /** Steps that the sales process asked for and that were done in time. */
    public static final Measure PROCESS_STEPS_DONE = Measure.count("process-steps-done", "Process steps done");
    /** Steps that the sales process asked for and that were not done in time. */
    public static final Measure PROCESS_STEPS_MISSED = Measure.count("process-steps-missed", "Process steps missed");

    // ---- opportunities

    /** Opportunities that entered the first counted stage. */
    public static final Measure STARTED = Measure.count("started", "Opportunities started");
    /** What the started opportunities were worth when they started. */
    public static final Measure STARTED_AMOUNT = Measure.money("started-amount", "Started amount");
    /** Opportunities won, on the day they were won. */
    public static final Measure WON = Measure.count("won", "Opportunities won");
    /** Opportunities lost, on the day they were lost. */
    public static final Measure LOST = Measure.count("lost", "Opportunities lost");
    /** What won opportunities were worth, whole to their owner. */
    public static final Measure WON_AMOUNT = Measure.money("won-amount", "Won amount");
    /** What won opportunities were worth, split to the last minor unit among those who share the credit. */
    public static final Measure CREDITED_AMOUNT = Measure.money("credited-amount", "Credited amount");
    /** What lost opportunities were worth. */
    public static final Measure LOST_AMOUNT = Measure.money("lost-amount", "Lost amount");
    /** Changes of the number of open opportunities: up when one starts, down when it closes or changes hands. */
    public static final Measure OPEN_CHANGE = Measure.count("open", "Change of open opportunities");
    /** Changes of the amount of open opportunities. */
    public static final Measure OPEN_AMOUNT_CHANGE = Measure.money("open-amount", "Change of open amount");
    /** Days from start to win, on the day of the win. */
    public static final Measure DAYS_TO_WIN = days("won-days", "Days to win");
    /** Days from start to loss, on the day of the loss. */
    public static final Measure DAYS_TO_LOSS = days("lost-days", "Days to loss");
    /** Opportunities won with new customers. */
    public static final Measure NEW_BUSINESS_DEALS = Measure.count("new-business-won", "New business deals won");
    /** What won opportunities with new customers were worth. */
    public static final Measure NEW_BUSINESS_AMOUNT = Measure.money("new-business-won-amount", "New business won");
    /** Expansions of existing business won. */
    public static final Measure EXPANSIONS_WON = Measure.count("expansion-won", "Expansions won");
    /** What won expansions were worth. */
    public static final Measure EXPANSION_AMOUNT = Measure.money("expansion-won-amount", "Expansion won");
    /** What won renewals were worth. */
    public static final Measure RENEWAL_AMOUNT = Measure.money("renewal-won-amount", "Renewals won");
    /** Renewals won. */
    public static final Measure RENEWALS_WON = Measure.count("renewal-won", "Renewals won");
    /** Renewals lost. */
    public static final Measure RENEWALS_LOST = Measure.count("renewal-lost", "Renewals lost");

    /** People at the customer who are engaged on a deal: an observation a deal, with the deal as its source. */
    public static final Measure CONTACTS_ENGAGED = Measure.builder()
            .from(Measure.count("contacts-engaged", "Contacts engaged"))
            .absence(Absence.UNKNOWN)
            .build();

    // ---- people

    /** Satisfaction as a survey reports it, in hundredths of a point. */
    public static final Measure SATISFACTION = Measure.builder()
            .id(MeasureId.of("satisfaction"))
            .name("Satisfaction")
            .unit(Unit.POINTS)
            .decimals(2)
            .absence(Absence.UNKNOWN)
            .build();

    /** Engagement as a survey reports it, in hundredths of a point. */
    public static final Measure ENGAGEMENT = Measure.builder()
            .id(MeasureId.of("engagement"))
            .name("Engagement")
            .unit(Unit.POINTS)
            .decimals(2)
            .absence(Absence.UNKNOWN)
            .build();
    /** People who left, on their last day. Read from the roster; never observed. */
    public static final Measure DEPARTURES = Measure.builder()
            .from(Measure.count("departures", "Departures"))
            .definition("one for each person whose last day the roster knows, on that day")
            .build();

    private static final List<Measure> ALL = List.of(
            CALLS,
            COLD_CALLS,
            CONNECTS,
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
            PROCESS_STEPS_DONE,
            PROCESS_STEPS_MISSED,
            STARTED,
            STARTED_AMOUNT,
            WON,
            LOST,
            WON_AMOUNT,
            CREDITED_AMOUNT,
            LOST_AMOUNT,
            OPEN_CHANGE,
            OPEN_AMOUNT_CHANGE,
            DAYS_TO_WIN,
            DAYS_TO_LOSS,
            NEW_BUSINESS_DEALS,
            NEW_BUSINESS_AMOUNT,
            EXPANSIONS_WON,
            EXPANSION_AMOUNT,
            RENEWAL_AMOUNT,
            RENEWALS_WON,
            RENEWALS_LOST,
            CONTACTS_ENGAGED,
            SATISFACTION,
            ENGAGEMENT,
            DEPARTURES);

    private StandardMeasures() {}

    /**
     * All of them.
     *
     * @return the measures, in the order above
     */
    public static List<Measure> all() {
        return ALL;
    }

    private static Measure days(String id, String name) {
        return Measure.builder()
                .id(MeasureId.of(id))
                .name(name)
                .unit(Unit.DAYS)
                .absence(Absence.UNKNOWN)
                .build();
    }
}
