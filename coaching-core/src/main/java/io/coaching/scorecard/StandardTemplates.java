package io.coaching.scorecard;

import io.coaching.base.BehaviourId;
import io.coaching.base.CompetencyId;
import io.coaching.base.ItemId;
import io.coaching.base.KpiId;
import io.coaching.base.TemplateId;

/**
 * Templates to begin with. They are meant to be edited: take {@link ScorecardTemplate#nextVersion()}, or build another
 * one from it under an id of your own.
 */
public final class StandardTemplates {
    /** Finds out what the buyer needs, why, and what it is worth. */
    public static final CompetencyId DISCOVERY = CompetencyId.of("discovery");
    /** Shows what the solution is worth to this customer. */
    public static final CompetencyId VALUE_COMMUNICATION = CompetencyId.of("value-communication");
    /** Meets doubts so that trust grows. */
    public static final CompetencyId OBJECTION_HANDLING = CompetencyId.of("objection-handling");
    /** Brings a deal forward, or out. */
    public static final CompetencyId DEAL_PROGRESSION = CompetencyId.of("deal-progression");

    /** Asks insightful questions. */
    public static final ItemId QUESTIONS = ItemId.of("questions");
    /** Puts a figure to the problem. */
    public static final ItemId IMPACT = ItemId.of("impact");
    /** Learns how the customer will decide. */
    public static final ItemId DECISION = ItemId.of("decision");
    /** Connects the solution to outcomes. */
    public static final ItemId OUTCOMES = ItemId.of("outcomes");
    /** Speaks to each listener's concern. */
    public static final ItemId TAILORING = ItemId.of("tailoring");
    /** Backs claims. */
    public static final ItemId PROOF = ItemId.of("proof");
    /** Lets the doubt be said in full. */
    public static final ItemId CLARIFYING = ItemId.of("clarifying");
    /** Turns objections into opportunities. */
    public static final ItemId REFRAMING = ItemId.of("reframing");
    /** Makes sure that the doubt is gone. */
    public static final ItemId CONFIRMING = ItemId.of("confirming");
    /** Agrees on what comes next. */
    public static final ItemId NEXT_STEPS = ItemId.of("next-steps");
    /** Works with the whole buying committee. */
    public static final ItemId MULTITHREADING = ItemId.of("multithreading");
    /** Knows whether the deal is real. */
    public static final ItemId QUALIFICATION = ItemId.of("qualification");

    private static final ScorecardTemplate ENTERPRISE_SALES = enterprise();

    private StandardTemplates() {}

    /**
     * Returns the template for enterprise sales: discovery, value communication, objection handling, deal progression,
     * with three behaviours each on a scale of 1 to 5, and an action plan of at least one item with owner and date. The
     * lowest and the highest level ask for a comment and an example.
     *
     * @return version 1, live
     */
    public static ScorecardTemplate enterpriseSales() {
        return ENTERPRISE_SALES;
    }

    private static ScorecardTemplate enterprise() {
        ScorecardTemplate.Builder builder = ScorecardTemplate.builder()
                .id(TemplateId.of("enterprise-sales"))
                .title("Enterprise sales")
                .status(TemplateStatus.LIVE)
                .objective(Objective.of(ObjectiveKind.WIN_RATE, KpiId.of("win-rate")))
                .actionPlan(ActionPlan.atLeast(1))
                .scale(RatingScale.of(
                        Level.of(1, "Not shown, or it harmed the conversation."),
                        Level.of(2, "Attempted, with gaps that the buyer could notice."),
                        Level.of(3, "Done soundly: what the situation asked for, no more."),
                        Level.of(4, "Done well throughout, and adapted when the situation changed."),
                        Level.of(5, "Exemplary: others should listen to this recording.")));
        discovery(builder);
        value(builder);
        objections(builder);
        progression(builder);
        return builder.build();
    }

    private static void discovery(ScorecardTemplate.Builder builder) {
        builder.addCompetencies(Competency.builder()
                .id(DISCOVERY)
                .name("Discovery")
                .definition("Finds out what the buyer needs, why it matters now, what it costs to do nothing, and who"
                        + " will decide how.")
                .addBehaviours(
                        behaviour(QUESTIONS, "Asks insightful questions to uncover customer pain points"),
                        behaviour(IMPACT, "Works out with the buyer what the problem costs, in their own figures"),
                        behaviour(DECISION, "Learns who decides, by which criteria and until when"))
                .build());
        builder.addRubrics(
                Rubric.of(
                        DISCOVERY,
                        "Pitches before asking; the buyer's situation stays unknown.",
                        "Runs through a list of facts; answers are noted and not followed up.",
                        "Uncovers the main problem and one reason behind it; cost or urgency remains vague.",
                        "Follows answers to their cause, puts a figure to the problem, and knows the path to a decision.",
                        "The buyer sees their own problem in a new light and says what it costs and why it must be solved now."));
        builder.addSections(Section.of(
                "Discovery",
                item(QUESTIONS, DISCOVERY, "Asked open questions that led from symptoms to causes.")
                        .build(),
                item(IMPACT, DISCOVERY, "Put a cost on the problem together with the customer.")
                        .build(),
                item(DECISION, DISCOVERY, "Established decision makers, criteria and timeline.")
                        .build()));
    }

    private static void value(ScorecardTemplate.Builder builder) {
        builder.addCompetencies(Competency.builder()
                .id(VALUE_COMMUNICATION)
                .name("Value communication")
                .definition("Shows this customer what would be different for them, in words that each listener can pass"
                        + " on, with evidence.")
                .addBehaviours(
                        behaviour(OUTCOMES, "Connects solutions to specific customer outcomes"),
                        behaviour(TAILORING, "Speaks to the role and the concern of each listener"),
                        behaviour(PROOF, "Backs claims with a comparable customer, a figure or a demonstration"))
                .build());
        builder.addRubrics(Rubric.of(
                VALUE_COMMUNICATION,
                "Lists features; no link to anything that was said before.",
                "Names general benefits that would fit any company of the industry.",
                "Ties the main capability to a goal that the customer has named.",
                "Ties each capability shown to a named outcome and owner, and supports it with a comparable case.",
                "The customer restates the business case in their own terms and would present it without help."));
        builder.addSections(Section.of(
                "Value communication",
                item(OUTCOMES, VALUE_COMMUNICATION, "Linked what was shown to results that this customer wants.")
                        .build(),
                item(TAILORING, VALUE_COMMUNICATION, "Adapted message and depth to every person in the room.")
                        .build(),
                item(PROOF, VALUE_COMMUNICATION, "Gave evidence where a claim was likely to be doubted.")
                        .build()));
    }

    private static void objections(ScorecardTemplate.Builder builder) {
        builder.addCompetencies(Competency.builder()
                .id(OBJECTION_HANDLING)
                .name("Objection handling")
                .definition("Meets doubts openly, finds what lies beneath, and answers so that trust grows.")
                .addBehaviours(
                        behaviour(CLARIFYING, "Hears the objection out and asks what is behind it"),
                        behaviour(REFRAMING, "Reframes objections as opportunities"),
                        behaviour(CONFIRMING, "Checks that the concern is settled before moving on"))
                .build());
        builder.addRubrics(Rubric.of(
                OBJECTION_HANDLING,
                "Argues, ignores the doubt, or gives a discount to end it.",
                "Answers at once with a stock reply, before the doubt is understood.",
                "Listens, asks one question, and gives a fitting reply; does not check whether it was enough.",
                "Isolates the real concern, replies with evidence, and hears from the buyer that it is settled.",
                "Welcomes hard questions, raises unspoken ones, and the deal is stronger after them than before."));
        builder.addSections(Section.of(
                "Objection handling",
                item(CLARIFYING, OBJECTION_HANDLING, "Explored the worry behind an objection before answering.")
                        .notApplicableAllowed(true)
                        .build(),
                item(REFRAMING, OBJECTION_HANDLING, "Turned resistance into a reason to look closer.")
                        .notApplicableAllowed(true)
                        .build(),
                item(CONFIRMING, OBJECTION_HANDLING, "Made sure that nothing was left open.")
                        .notApplicableAllowed(true)
                        .build()));
    }

    private static void progression(ScorecardTemplate.Builder builder) {
        builder.addCompetencies(Competency.builder()
                .id(DEAL_PROGRESSION)
                .name("Deal progression")
                .definition(
                        "Moves a qualified deal forward by mutual commitments, with everybody who has a say, and lets"
                                + " go of the others early.")
                .addBehaviours(
                        behaviour(NEXT_STEPS, "Drives next steps and maintains deal momentum"),
                        behaviour(MULTITHREADING, "Multithreads across the buying committee")
                                .measuredBy(KpiId.of("contacts-per-deal")),
                        behaviour(QUALIFICATION, "Tests whether the deal is real, and says so when it is not"))
                .build());
        builder.addRubrics(
                Rubric.of(
                        DEAL_PROGRESSION,
                        "The conversation ends without an agreed next step.",
                        "Promises to send something; the customer commits to nothing.",
                        "A dated meeting is agreed, its purpose is clear to one side only.",
                        "Both sides leave with dated tasks that serve the customer's own timeline.",
                        "A joint plan up to the customer's go-live exists, is kept by both, and risks are named early."),
                Rubric.builder()
                        .from(Rubric.of(
                                DEAL_PROGRESSION,
                                "Depends on a single contact and knows nobody else.",
                                "Knows names of further people, has not spoken to them.",
                                "Talks with two functions; economic buyer or main user is still missing.",
                                "Has a working contact in every function that has a say, economic buyer included.",
                                "Contacts across the committee are active, sponsors are matched level by level, and the"
                                        + " deal would survive if the champion left."))
                        .behaviour(BehaviourId.of(MULTITHREADING.value()))
                        .build());
        builder.addSections(Section.of(
                "Deal progression",
                item(NEXT_STEPS, DEAL_PROGRESSION, "Closed with mutual commitments that carry a date.")
                        .build(),
                item(MULTITHREADING, DEAL_PROGRESSION, "Engaged several stakeholders beyond the first contact.")
                        .notApplicableAllowed(true)
                        .build(),
                item(QUALIFICATION, DEAL_PROGRESSION, "Faced up to gaps in qualification instead of hoping.")
                        .build()));
    }

    private static Behaviour behaviour(ItemId item, String text) {
        return Behaviour.of(item.value(), text);
    }

    private static Item.Builder item(ItemId id, CompetencyId competency, String text) {
        Item.Builder builder = Item.builder();
        builder.id(id)
                .competency(competency)
                .behaviour(BehaviourId.of(id.value()))
                .text(text)
                .comment(Demand.AT_EXTREMES)
                .example(Demand.AT_EXTREMES);
        return builder;
    }
}
