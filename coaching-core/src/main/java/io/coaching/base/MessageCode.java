package io.coaching.base;

/**
 * Everything that engines say, with its English pattern; names in braces are arguments. A test sees to it that each
 * code has a text, and a host can go through all of them to translate.
 */
public enum MessageCode {
    // ---- rows of imports
    /** A row could not be read as its format asks. */
    ROW_MALFORMED("row cannot be read: {detail}"),
    /** A required value is missing. */
    VALUE_MISSING("{column} is missing"),
    /** A value is not of its kind. */
    VALUE_NOT_READABLE("{column} is not {expected}: \"{value}\""),
    /** A value was rejected by a check. */
    VALUE_REJECTED("{column} was refused: {detail}"),
    /** A value is known under another spelling, which was taken. */
    SPELLING_MENDED(
            "{column} \"{value}\" is none of those that are known, and is taken as \"{known}\" in {count} rows"),
    /** A value is none of those that are known. */
    SPELLING_UNKNOWN("{column} \"{value}\" is none of those that are known, in {count} rows"),
    /** Two spellings make one identifier. */
    SPELLINGS_ALIKE("{column} \"{value}\" and \"{known}\" make one id, {id}, and are taken as one"),
    /** A limit was reached, and reading stopped. */
    LIMIT_REACHED("reading stopped: more than {limit} {of}"),
    /** A file lacks a column, so none of its rows can be read. */
    COLUMN_MISSING("column {column} is missing; there are: {known}"),
    /** A file has a column more than once, so it is not known which one is meant. */
    COLUMN_REPEATED("column {column} is there more than once"),

    // ---- people
    /** A record has the identifier of another one. */
    ID_REPEATED("{what} {id} is given more than once, and one is kept"),
    /** A record is about someone who is not among the people. */
    PERSON_UNKNOWN("{person} is not among the people"),
    /** A manager is not among the people. */
    MANAGER_UNKNOWN("manager {person} is not among the people, and is kept as an identifier only"),
    /** Someone is given as their own manager. */
    MANAGER_OF_SELF("{person} is given as their own manager, which is taken as having none"),
    /** A team, region or role is named that has no record, though others have. */
    GROUP_UNKNOWN("{what} {id} has no record, and is taken to stand alone"),
    /** Two assignments of a person begin on the same day. */
    ASSIGNMENT_REPEATED("{person} has more than one assignment from {day}, and one is kept"),
    /** An assignment begins before the hire. */
    ASSIGNMENT_BEFORE_HIRE("the assignment of {person} from {day} counts from the hire on {hired}"),
    /** An assignment begins after the exit. */
    ASSIGNMENT_AFTER_EXIT("the assignment of {person} from {day} begins after the last day, {last}"),
    /** No day of a leave is one of employment. */
    LEAVE_OUTSIDE_EMPLOYMENT("the leave of {person} from {day} lies outside the employment"),
    /** Some days of a leave are not days of employment. */
    LEAVE_PARTLY_OUTSIDE("the leave of {person} from {day} counts on days of employment only"),
    /** Leaves of a person overlap. */
    LEAVES_OVERLAP("leaves of {person} overlap from {day}, and each day counts once"),

    // ---- opportunities
    /** An opportunity has no owner. */
    OPPORTUNITY_NO_OWNER("opportunity {opportunity} has no owner, and counts for nobody"),
    /** An opportunity was closed and never began. */
    OPPORTUNITY_NO_START("opportunity {opportunity} was closed on {day} and has no start"),
    /** An opportunity was closed before it began. */
    OPPORTUNITY_CLOSED_BEFORE_START("opportunity {opportunity} was closed on {day}, before its start on {detail}"),
    /** Something happened to an opportunity before it was created. */
    OPPORTUNITY_EVENT_BEFORE_CREATION("opportunity {opportunity} has an event on {day}, before its creation: {detail}"),
    /** An opportunity has two days of creation. */
    OPPORTUNITY_CREATED_TWICE("opportunity {opportunity} was created again on {day}; the first day counts"),
    /** Something happened to an opportunity after it was closed. */
    OPPORTUNITY_EVENT_AFTER_CLOSE("opportunity {opportunity} has an event on {day}, after its close: {detail}"),
    /** The amount of an opportunity changed after it was closed. */
    OPPORTUNITY_AMOUNT_AFTER_CLOSE("the amount of opportunity {opportunity} was corrected on {day}, after its close"),
    /** An opportunity was closed again without a reopening. */
    OPPORTUNITY_CLOSED_TWICE("opportunity {opportunity} was closed again on {day}; the later close counts"),
    /** An opportunity was reopened that was not closed. */
    OPPORTUNITY_REOPENED_WHILE_OPEN("opportunity {opportunity} was reopened on {day} and was not closed"),
    /** A won opportunity has no amount. */
    OPPORTUNITY_WON_WITHOUT_AMOUNT("opportunity {opportunity} was won on {day} and has no amount"),
    /** The amount of an opportunity is below zero. */
    OPPORTUNITY_NEGATIVE_AMOUNT("opportunity {opportunity} has a negative amount: {detail}"),
    /** The amounts of an opportunity are in several currencies. */
    OPPORTUNITY_MIXED_CURRENCIES("opportunity {opportunity} changes its currency: {detail}"),
    /** Two statements of one moment contradict each other. */
    OPPORTUNITY_CONFLICTING_EVENTS(
            "opportunity {opportunity} has two statements for one moment of {day}, the later one counts: {detail}"),
    /** An event of an opportunity is given twice. */
    OPPORTUNITY_REPEATED_EVENT("opportunity {opportunity} has an event of {day} twice: {detail}"),
    /** Two moves of an opportunity fall on one moment. */
    OPPORTUNITY_ORDER_UNKNOWN(
            "opportunity {opportunity} moves twice at one moment of {day}, in the order of the input: {detail}"),
    /** An opportunity is in a stage that its process lacks. */
    OPPORTUNITY_UNKNOWN_STAGE("opportunity {opportunity} is in a stage that the process lacks: {detail}"),
    /** An opportunity entered a stage of closed deals without being closed. */
    OPPORTUNITY_STAGE_OF_CLOSED_DEALS(
            "opportunity {opportunity} entered {detail}, a stage of closed deals, and was not closed"),
    /** An opportunity went back to an earlier stage. */
    OPPORTUNITY_STAGE_REGRESSED("opportunity {opportunity} went back on {day}: {detail}"),
    /** An opportunity was lost before it counted. */
    OPPORTUNITY_LOST_BEFORE_COUNTED("opportunity {opportunity} was lost on {day}, before it came into a counted stage"),

    // ---- data quality
    /** Records that repeat another one exactly. */
    QUALITY_REPEATED_RECORDS("{count} records repeat another one exactly, and count once"),
    /** Records that share an id and differ. */
    QUALITY_CONFLICTING_RECORDS("{count} records share the id of another one that differs; one of each is kept"),
    /** Persons with facts who are not on the roster. */
    QUALITY_UNKNOWN_PERSONS("{count} persons have facts and are not on the roster"),
    /** Persons on the roster without a fact. */
    QUALITY_IDLE_PERSONS("{count} persons on the roster have no fact at all"),
    /** Opportunities that cannot be counted, for they have not started. */
    QUALITY_NOT_STARTED("{count} opportunities have not started, and count nowhere yet"),
    /** Opportunities without an account. */
    QUALITY_NO_ACCOUNT("{count} opportunities have no account"),
    /** Accounts that are not on the list. */
    QUALITY_UNKNOWN_ACCOUNTS("{count} opportunities name an account that is not on the list"),
    /** Products that are not on the list. */
    QUALITY_UNKNOWN_PRODUCTS("{count} opportunities name a product that is not on the list"),
    /** Opportunities that equal another one but for the id. */
    QUALITY_ALIKE_BUT_FOR_ID("{count} opportunities equal another one but for the id; all of them count"),
    /** Facts after the as-of day. */
    QUALITY_AFTER_AS_OF("{count} facts lie after {day}, the day that the data are said to be of"),
    /** Facts on days that cannot be. */
    QUALITY_IMPOSSIBLE_DAYS("{count} facts were left out: their days lie outside 1970-01-01..2149-06-06"),
    /** Facts on days without employment. */
    QUALITY_OUTSIDE_EMPLOYMENT("{count} facts lie on days on which the person was not employed"),
    /** The newest fact is old. */
    QUALITY_STALE("the newest fact is of {day}, {count} days before {asOf}"),
    /** Weeks without a fact. */
    QUALITY_GAPS("{count} whole weeks between the first fact and the last have none"),
    /** Deals closed on days off. */
    QUALITY_CLOSED_ON_DAY_OFF("{count} deals were closed on a day off"),
    /** Amounts in several currencies. */
    QUALITY_CURRENCIES("amounts are in {count} currencies, which are never added up without rates"),
    /** Observations that could not be used. */
    QUALITY_OBSERVATIONS_REFUSED("{count} observations were left out; the first: {first}"),
    /** The same irregularity of several records. */
    QUALITY_SEVERAL("{count} like this: {first}"),
    /** An observation of what the roster says. */
    OBSERVATION_OF_ROSTER("{measure} are read from the roster: give the person's last day there"),
    /** An observation of a measure that is not in the catalogue. */
    OBSERVATION_UNKNOWN_MEASURE("{measure} is not in the catalogue"),
    /** An observation with more decimals than its measure has. */
    OBSERVATION_TOO_PRECISE("{measure} has {decimals} decimals, fewer than {value}"),
    /** An observation that is too large. */
    OBSERVATION_TOO_LARGE("{value} of {measure} is beyond 10^15 in its smallest unit"),
    /** An amount without a currency, or a currency without an amount. */
    OBSERVATION_CURRENCY("{measure} must have a currency if and only if it is money"),
    // ---- benchmark
    /** An amount of money. */
    VALUE_MONEY("{currency} {amount}"),
    /** A number of days. */
    VALUE_DAYS("{value} days"),
    /** A number of seconds. */
    VALUE_SECONDS("{value} s"),
    /** A difference of shares. */
    VALUE_POINTS("{value} points"),
    /** Something for each calendar day. */
    VALUE_PER_DAY("{value} a day"),
    /** Something for each working day. */
    VALUE_PER_WORKING_DAY("{value} a working day"),
    /** Something for each week. */
    VALUE_PER_WEEK("{value} a week"),
    /** Something for each 30 days. */
    VALUE_PER_THIRTY_DAYS("{value} in 30 days"),
    /** The value of someone, with its interval. */
    BENCHMARK_VALUE("{person} is at {value} for {kpi} from {from} to {to}, on {n} {of}"
            + " ({low} to {high} at {level} confidence)."),
    /** The value of someone, without an interval. */
    BENCHMARK_VALUE_BARE("{person} is at {value} for {kpi} from {from} to {to}, on {n} {of}."),
    /** There is no value. */
    BENCHMARK_NO_VALUE("{person} has no value for {kpi} from {from} to {to}: {reason}."),
    /** The peers. */
    BENCHMARK_PEERS(
            "The {peers} peers ({rule}) have a median of {median}; the middle half lies between {low} and {high}."),
    /** The peers, for someone who may not see more of a small group. */
    BENCHMARK_PEERS_COARSE(
            "The {peers} peers ({rule}) have a median of about {median}; more would give some of them away."),
    /** The place among the peers. */
    BENCHMARK_PLACE("Among them that is percentile {rank} ({convention}; 100 is best), {gap} from their median"
            + " and {top} from their top quartile."),
    /** The value drawn towards the peers. */
    BENCHMARK_SHRUNKEN("So many observations say that much: drawn towards the peers the best guess of the true value"
            + " is {value} ({low} to {high} at {level}), where the peers' typical true value is {median}."),
    /** The probability behind the verdict. */
    BENCHMARK_PROBABILITY("The true value is worse than the peers' median with a probability of {behind};"
            + " differences below {material} do not count."),
    /** The probability behind the verdict, for someone who may not see more of a small group. */
    BENCHMARK_PROBABILITY_COARSE(
            "The true value is worse than the peers' median with a probability of about {behind}."),
    /** Ahead. */
    BENCHMARK_AHEAD("So {person} is ahead: credibly better, and by enough to matter."),
    /** Behind. */
    BENCHMARK_BEHIND("So {person} is behind: credibly worse, and by enough to matter."),
    /** Close. */
    BENCHMARK_CLOSE("So {person} is close to the peers: no difference that matters."),
    /** The evidence does not tell. */
    BENCHMARK_NOT_DISTINGUISHABLE("So nothing can be said yet: better, worse and the same are all still possible."),
    /** No verdict. */
    BENCHMARK_NO_VERDICT("There is no verdict: {reason}."),
    /** The verdict by a fixed rule. */
    BENCHMARK_BY_RULE("By the rule of {rule}, which does not ask how sure the figures are, that is {band}."),
    /** Someone who was left out of the peers. */
    BENCHMARK_LEFT_OUT("Left out of the peers: {count}, {reason}."),
    /** Figures are withheld. */
    BENCHMARK_WITHHELD("{what}: withheld, for {reason}."),
    /** Figures that do not exist. */
    BENCHMARK_UNDEFINED("{what}: undefined, for {reason}."),
    /** What a scan looked at. */
    SCAN_CHECKED(
            "{cells} figures of {persons} people on {kpis} KPIs were checked from {from} to {to}, each against like-for-like"
                    + " peers: {ahead} ahead, {behind} behind, {quiet} quiet, {none} without a verdict."),
    /** What a scan expects to be wrong. */
    SCAN_EXPECTED_WRONG("Of the {flags} flags, {wrong} are expected to point the wrong way."),
    /** Nothing stands out. */
    SCAN_QUIET("Nobody needs a look: no figure is credibly behind and by enough to matter."),
    /** Nobody was compared, so that nothing stands out. */
    SCAN_NOBODY("Nobody was compared: there is no figure with a verdict, so nothing is said about who needs a look."),
    /** People whom the viewer of a scan may not see. */
    SCAN_HIDDEN("More people, whom the viewer may not see: {count}."),
    /** Someone who needs a look. */
    SCAN_LOOK("{person}: {kpi} at {value}, peers {median}; behind with a probability of {behind}, n={n}."),
    /** Someone who needs a look by a rule that does not ask how sure the figures are. */
    SCAN_LOOK_BY_RULE("{person}: {kpi} at {value}, peers {median}, n={n}."),
    /** Cells without a verdict, by reason. */
    SCAN_NO_VERDICT("Without a verdict: {count}, {reason}."),
    /** How to read a stack rank. */
    RANK_READ(
            "{ranked} people are ranked by {order}; equal values share a rank ({ties}). The column \"may be\" holds the ranks"
                    + " that the true value may have at {level}, all at once."),
    /** How many of a stack rank are shown. */
    RANK_SHOWN("{shown} of them are shown; the viewer may not see the others."),
    /** How much an order means. */
    RANK_RESOLUTION("{share} of all pairs can be told apart; the order of the others is as good as luck."),
    /** A stack rank without ranks. */
    RANK_HIDDEN("Ranks are not shown; people are grouped by what is sure."),
    /** Someone who is not ranked. */
    RANK_UNRANKED("{person} is not ranked: {reason}."),
    /** Who does better. */
    BETTER_FOUND("{count} of {peers} peers are credibly better than {person} on {kpi}, and by enough to matter."),
    /** Who is ahead of their own peers. */
    EXEMPLARS_FOUND(
            "{count} of {peers} people are credibly better than their peers' median on {kpi}, and by enough to matter."),
    /** How many of those who do better are shown. */
    BETTER_SHOWN("{shown} of them are shown; the viewer may not see the others."),
    /** One who does better. */
    BETTER_PEER("{person}: {value} on {n} observations, better with a probability of {probability}."),
    /** Two teams. */
    TEAMS_DIFFERENCE("{first} is at {one} for {kpi}, {second} at {two}: a difference of {difference}"
            + " ({low} to {high} at {level}, {method})."),
    /** Which of two teams does better. */
    TEAMS_PROBABILITY("{first} truly does better with a probability of {probability}."),
    /** Two teams without a difference. */
    TEAMS_NO_DIFFERENCE("{first} and {second} cannot be compared on {kpi}: {reason}."),
    /** How like for like teams are. */
    TEAMS_NOTE(
            "Values are pooled over all people of a team on the days they were in it; teams may differ in role, tenure and"
                    + " territory, and deals of one person are taken as independent."),
    // ---- scorecards
    /** A scale with less than two levels. */
    TEMPLATE_SCALE_SHORT("a scale must have at least 2 levels, it has {count}"),
    /** Levels that do not ascend. */
    TEMPLATE_SCALE_ORDER("level {level} must stand above {before}, the one before it"),
    /** A tier without a name among named ones. */
    TEMPLATE_TIER_UNNAMED("level {level} must have a name, for others have one"),
    /** A competency that nobody can tell what it means. */
    TEMPLATE_NO_DEFINITION("competency {competency} must have a definition"),
    /** Something that must be unique occurs twice. */
    TEMPLATE_TWICE("{what} {id} occurs twice"),
    /** Something that the template does not define. */
    TEMPLATE_UNKNOWN("{what} {id} is not defined in the template"),
    /** Points that are not on the scale. */
    TEMPLATE_OFF_SCALE("{value} is not on the scale: {allowed}"),
    /** A weight that is too small or too large. */
    TEMPLATE_WEIGHT("weight must be in 1..{most}: {value}"),
    /** A template that asks nothing. */
    TEMPLATE_EMPTY("a template must have at least one item"),
    /** A section that asks nothing. */
    TEMPLATE_SECTION_EMPTY("section \"{section}\" must have at least one item"),
    /** A competency that nothing is asked about. */
    TEMPLATE_UNRATED("competency {competency} is rated by no item"),
    /** Too few or too many competencies. */
    LINT_COMPETENCIES(
            "number of competencies is {count}: raters tell {least} to {most} apart; choose those that matter most"),
    /** Too many items. */
    LINT_ITEMS("{count} items: beyond {most} raters tire and answer by habit"),
    /** A competency without observable behaviours. */
    LINT_NO_BEHAVIOURS("{competency} has no observable behaviour"),
    /** A level without an anchor. */
    LINT_NO_ANCHOR("level {level} of {what} has no anchor"),
    /** Two anchors that say the same. */
    LINT_SAME_ANCHOR(
            "levels {low} and {high} of {what} have nearly the same anchor ({share} of their words in common)"),
    /** Two criteria that say the same. */
    LINT_SAME_CRITERION("{first} and {second} say nearly the same ({share} of their words in common)"),
    /** Something that outweighs the rest. */
    LINT_HEAVY("{what} carries {share} of the overall score, more than all others together"),
    /** Something that hardly counts. */
    LINT_LIGHT("{what} carries {share} of the overall score: a rating that moves nothing"),
    /** A template without an objective. */
    LINT_NO_OBJECTIVE("no objective is named, so nobody can say whether the programme works"),
    /** What scores are about. */
    SCORES_OF("Scores of {subject} on {template} from {from} to {to}, by cards of {relations}."),
    /** A score with its interval. */
    SCORES_VALUE("{what}: {value} points, {method}; {cards} cards by {raters} raters, standard error {error}"
            + " ({low} to {high} at {level}, {scatter})."),
    /** A score without an interval. */
    SCORES_VALUE_BARE(
            "{what}: {value} points, {method}; {cards} cards by {raters} raters; how far raters differ is not known."),
    /** No score. */
    SCORES_NONE("{what}: no score, for {reason}."),
    /** How well cards were filled in. */
    SCORES_COMPLETENESS(
            "{complete} of {cards} cards answer every required item, {documented} say what comes next with owner and"
                    + " date, {flagged} failed a gate."),
    /** How weights are shared out. */
    SCORES_WEIGHTS("Weights are shared out among what was answered; what does not apply or was left out is no zero."),
    /** The highest and the lowest card were dropped. */
    SCORES_TRIMMED("The highest and the lowest score of each competency were dropped."),
    /** How scores are rounded. */
    SCORES_ROUNDED("Scores are rounded {rule}; the exact ones stand beside them."),
    /** Scores were adjusted. */
    SCORES_ADJUSTED(
            "Scores are adjusted for the severity of their raters, as far as it is known; the standard error includes how"
                    + " sure that is."),
    /** Something that every card has is missing. */
    CARD_MISSING("{what} is missing"),
    /** A card on another template than the one it is checked against. */
    CARD_OTHER_TEMPLATE("the card is on {asked}, not on {template}"),
    /** A card on a template that is not there. */
    CARD_UNKNOWN_TEMPLATE("there is no template {template}"),
    /** Two cards that share an id and differ. */
    CARD_CONFLICTING("there are different cards with the id {card}; the latest counts"),
    /** Scores by rulers that do not compare. */
    RULERS_DIFFER(
            "{kpi} was measured with {count} rulers, which do not compare: {rulers}. Ask for a span with one of them."),
    /** A card with another ruler than its template. */
    CARD_OTHER_RULER(
            "the card was rated with ruler {ruler}, but {template} has {expected}: edited without a new version?"),
    /** A card on a draft. */
    CARD_ON_DRAFT("{template} is a draft: it must be piloted or live before a card is filled in"),
    /** A card filled in after the last day of its template. */
    CARD_AFTER_RETIREMENT("{day} lies after {last}, the last day of the template"),
    /** A card of a day that has not come. */
    CARD_AHEAD("{day} lies after {asOf}, the last known day"),
    /** Somebody rated themselves, under another relation. */
    CARD_RATES_SELF("rater and ratee are the same person, so the relation must be SELF: {relation}"),
    /** Somebody rated another as themselves. */
    CARD_RATES_OTHER("{rater} rated {ratee}, so the relation must not be SELF"),
    /** An item that the template does not have. */
    CARD_UNKNOWN_ITEM("{item} is no item of {template}"),
    /** An item that was answered twice. */
    CARD_ITEM_TWICE("{item} is answered twice"),
    /** A rating without an answer. */
    CARD_NO_ANSWER("{item} has neither points nor a tier, and is not said to be not applicable"),
    /** A rating with several answers. */
    CARD_SEVERAL_ANSWERS("{item} has more than one answer"),
    /** An answer off the scale. */
    CARD_OFF_SCALE("{value} for {item} is not on the scale: {allowed}"),
    /** Not applicable where that is no answer. */
    CARD_MUST_APPLY("{item} must be rated: \"not applicable\" is no answer to it"),
    /** A required item without an answer. */
    CARD_ITEM_MISSING("{item} is required and not answered"),
    /** A comment that is demanded and missing. */
    CARD_NO_COMMENT("the rating of {item} must have a comment"),
    /** An example that is demanded and missing. */
    CARD_NO_EXAMPLE("the rating of {item} must have an example of what was seen or heard"),
    /** Fewer action items than demanded. */
    CARD_NO_ACTIONS("{count} action items, where at least {least} are demanded"),
    /** An action item that nobody owns. */
    ACTION_NO_OWNER("nobody owns the action item \"{what}\""),
    /** An action item without a date. */
    ACTION_NO_DATE("the action item \"{what}\" has no date"),
    /** An action item that was due before it was agreed. */
    ACTION_DUE_EARLY("the action item \"{what}\" is due on {due}, before the card"),
    // ---- targets
    /** A target of nobody. */
    TARGET_UNKNOWN_SUBJECT("the target for {kpi} from {from} to {to} is of {subject}, who is not known"),
    /** Two values of a target for one day. */
    TARGET_CONFLICT("{subject} has two targets for {kpi} from {from} to {to}, {one} and {two}; the larger counts"),
    /** A target for a KPI that is not there. */
    TARGET_UNKNOWN_KPI("the target of {subject} is for {kpi}, which is not in the catalogue"),
    /** A target in another unit than its KPI has. */
    TARGET_WRONG_UNIT("the target of {subject} for {kpi} is {value}, which is not in the unit of the KPI"),
    /** Periods of targets that cross. */
    TARGETS_OVERLAP("the target of {subject} for {kpi} from {from} to {to} overlaps the one for {other}"),
    // review cycles
    /** How many reviews of a cycle are there. */
    REVIEW_COMPLETION(
            "{done} of {asked} reviews are there, {late} of them late; {excused} are excused and not counted."),
    /** Who takes part in a cycle. */
    REVIEW_PARTICIPATION(
            "{givers} of {raters} raters have given a review, {receivers} of {ratees} people have got one."),
    /** A rater to be reminded. */
    REVIEW_REMIND("Remind {rater}: {count} due soon or overdue."),
    /** A review that never came. */
    REVIEW_MISSED("{rater} never reviewed {ratee}; it was due on {due}."),
    /** Cards that nobody asked for. */
    REVIEW_UNASKED("{count} more cards came that nobody had asked for; they count in summaries."),
    /** How to read a summary of reviews. */
    SUMMARY_READ("Each rater counts once. Intervals are Student's over raters, at 95%; one rater has none."),
    /** A relation that is not told about. */
    SUMMARY_WITHHELD(
            "Too few {relation} raters answered to stay anonymous: their scores and words are withheld, and so is the mean of"
                    + " all others."),
    /** How others and the person see it. */
    SUMMARY_GAP("{competency}: others less self {gap} points."),
    /** A gate that was not passed. */
    SUMMARY_GATE("The gate of {item} was not passed on {count} cards."),
    /** Cards that are not counted. */
    SUMMARY_LEFT_OUT("Cards left out, of a version of the template that is not known: {count}."),
    // ---- funnel plan
    /** The stages of a funnel, from activity to outcome. */
    FUNNEL_CHAIN("{chain}: activity drives the process, and the process drives the outcome."),
    /** Where conversions and deal sizes come from. */
    FUNNEL_HISTORY(
            "Conversions and deal sizes are those of {subject} from {from} to {to}, as what was counted then at one"
                    + " stage for what was counted at the stage above."),
    /** What the last stage has to bring. */
    FUNNEL_BOTTOM(
            "To reach {quota} at {size} a deal ({basis}) takes {exact} {stage} on average, rounded up" + " {whole}."),
    /** What a stage has to bring for the next one. */
    FUNNEL_STAGE("At {rate} from {stage} to {next} ({basis}) that takes {exact} {stage}, in whole numbers {whole}."),
    /** What a stage has to bring for the next one, with an interval of the conversion. */
    FUNNEL_STAGE_UNCERTAIN("At {rate} from {stage} to {next} ({basis}; {low} to {high} at {level}) that takes {exact}"
            + " {stage}, in whole numbers {whole}."),
    /** A stage without a need. */
    FUNNEL_NO_NEED("How many {stage} it takes is undefined: {reason}."),
    /** A stage whose need is withheld. */
    FUNNEL_WITHHELD("How many {stage} it takes is withheld: {reason}."),
    /** A figure that was given as known. */
    FUNNEL_BASIS_GIVEN("given"),
    /** A figure that was observed. */
    FUNNEL_BASIS_OWN("from {n} {of}"),
    /** A figure that was observed and drawn towards peers. */
    FUNNEL_BASIS_BLEND("from {n} {of}, drawn towards like-for-like peers"),
    /** A figure of peers. */
    FUNNEL_BASIS_PEERS("without a history of one's own, as of peers"),
    /** Each stage is rounded for itself. */
    FUNNEL_ROUNDING_EXACT("Each stage is rounded up from its own exact figure."),
    /** Each stage is worked out from the rounded one below. */
    FUNNEL_ROUNDING_ROUNDED("Each stage is worked out from the rounded stage below it, and rounded up."),
    /** The need for a week and a day. */
    FUNNEL_PACE("With {days} working days from {from} to {to} that is {week} {stage} a week and {day} a working day,"
            + " both rounded up."),
    /** What the plain answer is worth. */
    FUNNEL_PLAIN_CHANCE("{activity} {stage} reach the quota with a probability of {chance}: they are enough on average,"
            + " not for sure."),
    /** The probability of the plain answer has no value. */
    FUNNEL_NO_CHANCE("The probability of reaching the quota is undefined: {reason}."),
    /** What a probability takes. */
    FUNNEL_CHANCE("A probability of {wanted} takes {activity} {stage}, which really have {chance}."),
    /** What a probability takes has no value. */
    FUNNEL_CHANCE_NONE("What a probability of {wanted} takes is undefined: {reason}."),
    /** How chances are computed where all is known. */
    FUNNEL_METHOD_KNOWN("Conversions are taken as known, so what comes out at the bottom is binomial."),
    /** How chances are computed where conversions are not known for sure. */
    FUNNEL_METHOD_UNCERTAIN("Conversions are no surer than the history behind them (beta posteriors, independent from"
            + " stage to stage): the binomial is averaged over them."),
    /** How chances are computed where deal sizes are not known for sure. */
    FUNNEL_METHOD_SIZES(
            "Deals differ in size and their mean is no surer than the deals behind it: their sum is taken as"
                    + " gamma distributed."),
    /** Targets that are enough. */
    SUFFICIENCY_SUFFICIENT(
            "The targets are enough: on target means {expected} on average, and {quota} with a probability"
                    + " of {chance} (asked for: {wanted})."),
    /** Targets that are enough on average only. */
    SUFFICIENCY_ON_AVERAGE(
            "The targets are enough on average only: {expected}, but {quota} with a probability of {chance}"
                    + " (asked for: {wanted})."),
    /** Targets that are not enough. */
    SUFFICIENCY_INSUFFICIENT(
            "On target is not enough: the weakest target, {target} {stage}, brings {expected} on average,"
                    + " and {quota} with a probability of {chance}."),
    /** Targets of which nothing can be said. */
    SUFFICIENCY_UNKNOWN("Whether the targets are enough is undefined: {reason}."),
    /** A stage whose target is enough. */
    SUFFICIENCY_ENOUGH("{target} {stage} mean {expected} on average; {whole} are needed."),
    /** A stage whose target is too low. */
    SUFFICIENCY_TOO_FEW("{target} {stage} mean {expected} on average; {whole} are needed, {missing} more."),
    /** A target that the target above it does not feed. */
    SUFFICIENCY_NOT_FED("The target of {target} {stage} is not fed from above: the targets there bring {supplied}."),
    /** A target that is the sum of members' targets. */
    TARGET_OF_MEMBERS("The target is the sum of the targets of {members} members, each for the days in the group;"
            + " {without} members have none."),
    /** A target that is the sum of those of its periods. */
    TARGET_OF_PERIODS("The target is the sum of the targets of the periods in it."),
    /** A target that was changed. */
    TARGET_CHANGED("It was {first} at first and was changed, last on {day} to {last}{reason}."),
    /** A target that is prorated or ramped. */
    TARGET_PRORATED("Of the {full} that were set {target} count: {eligible} of {working} working days were eligible,"
            + " which after ramp are worth {ramped}."),
    /** What was reached. */
    ATTAINMENT("{subject} reached {actual} of {target} for {kpi} from {from} to {to}, which is {share}."),
    /** No attainment. */
    ATTAINMENT_NONE("{subject} has no attainment for {kpi} from {from} to {to}: {reason}."),
    /** What a part contributes. */
    ATTAINMENT_PART("With a weight of {weight} that contributes {contribution}."),
    /** What a part contributes that is capped. */
    ATTAINMENT_PART_CAPPED("Counted up to {cap} and with a weight of {weight} that contributes {contribution}."),
    /** All parts. */
    ATTAINMENT_OVERALL("Together that is {share}."),
    /** No whole, for want of a part. */
    ATTAINMENT_NO_OVERALL("Together there is no figure: {reason}."),
    /** A period that is not over. */
    ATTAINMENT_RUNNING("The period is still running: {done} of {all} working days were over on {day}."),
    /** How often targets were reached. */
    ATTAINMENT_HISTORY("{subject} reached the target in {reached} of {counted} periods that are over"
            + " (true share {low} to {high} at {level})."),
    /** A team's distribution. */
    ATTAINMENT_TEAM(
            "Of {n} members with an attainment {reached} ({share}) reached their target; the median is at {median},"
                    + " the middle half between {low} and {high}."),
    /** Why there is no distribution. */
    ATTAINMENT_NO_TEAM("There is no distribution over members: {reason}."),
    /** The average beside the rest. */
    ATTAINMENT_MEAN("The average of {mean} alone would hide that: the standard deviation is {sd}."),
    /** Members left out. */
    ATTAINMENT_LEFT_OUT("Members left out: {count}, {reason}."),
    /** Members not shown. */
    ATTAINMENT_HIDDEN("{count} more members are not shown, for the viewer may not see them."),

    // ---- trends
    /** What a trend was looked for in. */
    TREND_SERIES("{kpi} of {subject}: {n} periods from {from} to {to}."),
    /** The slope with its interval. */
    TREND_SLOPE("From period to period it changes by {slope} ({low} to {high} at {level}, {method})."),
    /** The slope without an interval. */
    TREND_SLOPE_BARE("From period to period it changes by {slope} ({method})."),
    /** A slope that could not be had. */
    TREND_NO_SLOPE("There is no slope: {reason}."),
    /** The rank test. */
    TREND_RANKS("By ranks (Mann-Kendall): p {p}, how often a series without a trend is as monotonous."),
    /** When the level changed. */
    TREND_CHANGE(
            "The level changed with the period that begins on {onset} ({range}: {earliest} to {latest}), from {before} to {after},"
                    + " a difference of {difference} ({low} to {high} at {level})."),
    /** A recent change. */
    TREND_RECENT("That is recent: the new level has lasted for {periods} periods."),
    /** A change some time ago. */
    TREND_FOR_A_WHILE("It has been so for a while: the new level has lasted for {periods} periods."),
    /** No change of level. */
    TREND_NO_CHANGE("No change of level was found, the mean level is {value}."),
    /** A trend without a date. */
    TREND_GRADUAL("The movement is gradual: no date can be named on which it began."),
    /** It becomes better. */
    TREND_IMPROVING("It is improving (p {p}: how often a quiet series would look like this)."),
    /** It becomes worse. */
    TREND_DECLINING("It is declining (p {p}: how often a quiet series would look like this)."),
    /** It is steady. */
    TREND_STEADY("It is steady: a movement that matters is ruled out."),
    /** Nothing can be told. */
    TREND_CANNOT_TELL("It cannot be told whether it moves: up, down and neither are all still possible (p {p})."),
    /** There is nothing to decide on. */
    TREND_NO_VERDICT("There is no verdict: {reason}."),
    /** A period out of the ordinary. */
    TREND_SIGNAL("Out of the ordinary: {period} ({chart})."),
    /** Periods that are no part of a trend. */
    TREND_LEFT_OUT("Periods left out: {count}, {reason} ({labels})."),
    /** Seasons taken out. */
    TREND_SEASONAL(
            "The seasons of {years} years were taken out (p {p}: how often periods without seasons differ as much)."),
    /** Values brought to a usual period. */
    TREND_STANDARD("Totals are brought to the working days of a usual period."),
    /** How many people a table of trends holds. */
    TREND_TABLE(
            "{kpi} of {persons} people from {from} to {to}: {declining} declining, {improving} improving, {steady} steady,"
                    + " {open} cannot be told, {none} without a verdict."),
    /** How often a table of trends is wrong. */
    TREND_TABLE_CHANCE(
            "Of {tested} quiet series {expected} would be called moving by chance; column q allows for that."),
    /** People whom the viewer may not see. */
    TREND_HIDDEN("More people, whom the viewer may not see: {count}."),
    /** Someone who moves. */
    TREND_MOVES("{person}: {verdict}, {before} to {after} since {onset}."),
    /** Someone who moves gradually. */
    TREND_MOVES_GRADUALLY("{person}: {verdict}, by {slope} from period to period."),
    /** What a person was held against, period by period. */
    PEER_TREND_SERIES(
            "{kpi} of {person} against the median of peers ({rule}), in {n} periods from {from} to {to} with enough peers in each."),
    /** Behind the peers. */
    PEER_TREND_BEHIND("{person} is behind: {gap} from the peers' median ({low} to {high} at {level})."),
    /** Ahead of the peers. */
    PEER_TREND_AHEAD("{person} is ahead: {gap} from the peers' median ({low} to {high} at {level})."),
    /** Neither. */
    PEER_TREND_LEVEL(
            "{person} is {gap} from the peers' median, on the better side if positive ({low} to {high} at {level}), which may be chance."),
    /** A standing whose figures are not told. */
    PEER_TREND_BARE("{person} against the peers' median: {standing}."),
    /** Since when. */
    PEER_TREND_SINCE(
            "That has been so since {since} ({range}: {earliest} to {latest}): the figure was on that side in {count} of {periods} periods."),
    /** Since before the first period. */
    PEER_TREND_THROUGHOUT(
            "That has been so from the first period on: the figure was on that side in {count} of {periods} periods."),
    /** The gap becomes better. */
    PEER_TREND_BETTER("Since then it gets better: {slope} from period to period (p {p})."),
    /** The gap becomes worse. */
    PEER_TREND_WORSE("Since then it gets worse: {slope} from period to period (p {p})."),
    /** Nothing is sure of how the gap moves. */
    PEER_TREND_OPEN("Whether it gets better or worse since then is not sure: {slope} from period to period (p {p})."),
    /** Nothing to hold against the peers. */
    PEER_TREND_NONE("{person} cannot be held against the peers on {kpi}: {reason}."),
    /** What was compared since a day. */
    PROGRESS_LEVELS("{kpi} of {subject}: {before} in {n} periods before {day}, {after} in {m} periods since."),
    /** The difference since a day. */
    PROGRESS_DIFFERENCE("That is a difference of {difference} ({low} to {high} at {level})."),
    /** Better since a day. */
    PROGRESS_BETTER("It is better than before."),
    /** Worse since a day. */
    PROGRESS_WORSE("It is worse than before."),
    /** No difference since a day. */
    PROGRESS_SAME("It is as before: a difference that matters is ruled out."),
    /** Nothing can be told since a day. */
    PROGRESS_OPEN("It cannot be told whether it is better or worse than before."),
    /** Nothing to compare since a day. */
    PROGRESS_NONE("{kpi} of {subject} since {day}: there is no verdict, {reason}."),
    /** What a comparison of before and after is not. */
    PROGRESS_NOTE("It is no proof of an effect: what is talked about because it was bad tends to recover by itself."),
    /** What a watch has looked at. */
    WATCH_CHECKED(
            "{series} series of {persons} people and {kpis} KPIs were looked at from {from} to {to}: {flagged} slide, {quiet} are quiet,"
                    + " {none} cannot be judged."),
    /** How often a watch is wrong. */
    WATCH_CHANCE("Of those that are said to slide, at most {share} are expected not to (Benjamini and Hochberg)."),
    /** Nobody slides. */
    WATCH_QUIET("Nobody needs a word: nothing slides beyond what chance does to so many series."),
    /** More slide than alerts were asked for. */
    WATCH_MORE("{count} more slide; the {shown} most urgent are shown."),
    /** Someone who slides since a day. */
    WATCH_ALERT("{person}: {kpi} from {before} to {after} since {onset} (q {q})."),
    /** Someone who slides gradually. */
    WATCH_ALERT_GRADUAL("{person}: {kpi} changes by {slope} from period to period (q {q})."),
    /** Series that cannot be judged. */
    WATCH_NONE("Cannot be judged: {count} series, {reason}."),
    // ---- forecasts
    /** There is no forecast. */
    FORECAST_NONE("{what}: no forecast, {reason} ({n} periods)."),
    /** One period to come. */
    FORECAST_STEP(
            "{what}: {value} expected in {period}; {low} to {high} at {level}, {widelow} to {widehigh} at {widelevel}."),
    /** The target of a period to come. */
    FORECAST_MISSING("The target of {period}, {target}, is missed with a probability of {probability}."),
    /** How a forecast was made. */
    FORECAST_METHOD(
            "Method: {method}, from {n} periods; at {origins} earlier origins its mean absolute error was {mae}."),
    /** A plain way was good enough. */
    FORECAST_RIVAL_USED("No smoothing beats it by {margin} and beyond chance: the best, {other}, had {mae}."),
    /** A smoothing was better than the plain ways. */
    FORECAST_RIVAL_BEATEN("It beats the best plain way by {margin} or more: {other} had {mae}."),
    /** All ways that were tried. */
    FORECAST_CANDIDATES("Tried, with error (and as a share of the usual change from period to period): {candidates}."),
    /** Where the limits come from. */
    FORECAST_LIMITS(
            "Limits: the method's own variance; errors at earlier origins were {ratio} times what it expects, and limits"
                    + " are widened by that where it is above 1; Student's tails, bent to values that can be."),
    /** What a forecast is not. */
    FORECAST_NOTE("It is what comes if things go on as they have; it knows of no campaign or change to come."),
    /** Periods that a forecast does not learn from. */
    FORECAST_LEFT_OUT("Periods left out: {count}, {reason}: {periods}."),
    /** A table of forecasts. */
    FORECASTS_MADE("{count} of {persons} people have a forecast of {kpi} for {period}."),
    /** Methods that were chosen. */
    FORECASTS_METHODS("Chosen: {methods}."),
    /** People without a forecast. */
    FORECASTS_WITHOUT("Without a forecast: {count}, {reason}."),
    /** People not shown. */
    FORECASTS_HIDDEN("{count} more people are not shown, for the viewer may not see them."),
    /** How often limits held. */
    BACKTEST_COVERAGE(
            "Of {n} next periods of {persons} people, {low} lay within limits of 80% and {high} within limits of 95%."),
    /** How far off forecasts were. */
    BACKTEST_ERROR("The mean absolute error was {mae}; that of repeating the last period {naive}."),
    /** How good probabilities of missing a goal were. */
    BACKTEST_CALIBRATION(
            "Probability of missing {goal}: Brier score {brier} against {base} of always saying {rate}; off by"
                    + " {gap} on average over bins."),
    /** Nothing could be held against what came. */
    BACKTEST_NONE("No forecast could be held against what came: {reason}."),
    /** What a simulation of forecasts did. */
    SIMULATION_READ(
            "Each row: {series} series of known kind and length; the next {ahead} values against limits made beforehand."),
    /** Where a period stands. */
    PACE_SO_FAR("{subject} has reached {actual} of {target} for {kpi} by {day}, after {over} of {all} working days."),
    /** There is no pace. */
    PACE_NONE("{subject} has no pace for {kpi} from {from} to {to}: {reason}."),
    /** What was to be expected by now. */
    PACE_EXPECTED(
            "By now {expected} were to be expected, {share} of the whole ({method}); {straight} on a straight line."),
    /** Where it ends. */
    PACE_PROJECTED("It will probably end at {value} ({low} to {high} at {level}; {method})."),
    /** What is needed. */
    PACE_NEEDED("Each of the {days} working days left has to bring {needed}; so far each brought {rate}."),
    /** Whether the target is reached. */
    PACE_VERDICT("So {subject} {verdict}: probability {probability} (likely from {likely} on)."),
    /** No probability. */
    PACE_NO_PROBABILITY("How likely the target is cannot be said: {reason}."),
    // ---- agreement of raters and their severity
    /** Cards of another version of a template. */
    RATING_OTHER_VERSION("filled in on another version of the template, which is another ruler"),
    /** Cards without a usable answer. */
    RATING_NO_ANSWER("without an answer that can be used"),
    /** Cards that were followed by another of the same rater on the same subject. */
    RATING_REPEATED("followed by a later one of the same rater on the same subject"),
    /** Ratings that were left out. */
    RATING_LEFT_OUT("Scorecards left out: {count}, {why}."),
    /** On what agreement was measured. */
    AGREEMENT_BASIS(
            "{raters} raters gave {cards} scores of {subjects} subjects ({what}), {shared} of which two or more rated."),
    /** What agreement comes to. */
    AGREEMENT_VERDICT("{coefficient} is {value} ({low} to {high} at {level}): the ratings are {verdict}."),
    /** What agreement comes to, where there is no interval. */
    AGREEMENT_VERDICT_BARE("{coefficient} is {value}, without an interval: the ratings are {verdict}."),
    /** Why there is no agreement beyond chance. */
    AGREEMENT_UNDEFINED("There is no coefficient that is corrected for chance: {reason}."),
    /** How many pairs are equal. */
    AGREEMENT_PERCENT("Two raters gave the same rating in {share} of pairs."),
    /** Why alpha misleads. */
    AGREEMENT_PREVALENCE(
            "{share} of all ratings are {level}. Where nearly all ratings are alike, kappa and alpha count agreeing on that as"
                    + " chance: alpha is {alpha}, although two raters gave the same rating in {percent} of pairs. {coefficient}"
                    + " does not take the prevalence for chance, so it is the one to trust here; whether the ratings tell people"
                    + " apart is not shown by so little variety."),
    /** What a score of one rater is worth. */
    AGREEMENT_RELIABILITY(
            "The score of one rater has a reliability of {single} (ICC(A,1)), of {adjusted} once severity is taken out"
                    + " (ICC(C,1))."),
    /** Why the reliability of a score is not known. */
    AGREEMENT_NO_RELIABILITY("The reliability of a score is not known: {reason}."),
    /** How many raters are needed. */
    AGREEMENT_RATERS(
            "For a reliability of {target} a score needs {raters} raters, or {adjusted} where severity is taken out."),
    /** That no number of raters suffices. */
    AGREEMENT_RATERS_NONE("No number of raters gives a reliability of {target}: subjects do not differ measurably."),
    /** Where raters part. */
    AGREEMENT_ANCHOR(
            "On {criterion} raters part between {lower} and {upper} in {parted} of pairs, {chance} by chance: rewrite these"
                    + " anchors first."),
    /** The least clear of anchors, none of which stands out. */
    AGREEMENT_ANCHOR_LEAST(
            "No anchor is credibly less clear than the others; raters part most between {lower} and {upper} on {criterion}"
                    + " ({parted} of pairs, {chance} by chance)."),
    /** How the figures of all criteria are to be read. */
    AGREEMENT_POOLED("Figures of all criteria together take each subject on each criterion as a unit of its own."),
    /** On what severity stands. */
    SEVERITY_BASIS(
            "{raters} raters gave {cards} scorecards; effects are points above what the others would have given."),
    /** Who is severe or lenient. */
    SEVERITY_FLAG("{rater} is {decision} by {points} points ({low} to {high} at {level}, {cards} scorecards)."),
    /** That nobody is. */
    SEVERITY_NOBODY("Nobody is credibly severe or lenient."),
    /** The rate of wrong decisions. */
    SEVERITY_RATE(
            "Of those named, no more than {rate} are expected to be named by chance (Benjamini and Hochberg), effects up to"
                    + " {points} points not counting."),
    /** Raters about whom nothing is said. */
    SEVERITY_TOO_FEW("Nothing is said of {count} raters: {reason}."),
    /** That raters fall into parts. */
    SEVERITY_PARTS(
            "The raters fall into {parts} groups that no common subject links: severity compares within a group only."),
    /** How large severity is. */
    SEVERITY_SIZE(
            "Raters differ by a standard deviation of {rater} points, a scorecard by {residual} for other reasons."),
    /** That raters do not differ. */
    SEVERITY_NONE("Raters differ no more than chance explains, so scores are adjusted by nothing."),
    /** Why there is no severity. */
    SEVERITY_UNDEFINED("Severity cannot be told: {reason}."),
    /** Raters not shown. */
    SEVERITY_HIDDEN("{count} more raters are not shown, for the viewer may not see them."),
    // ---- targets as goals
    /** A goal nobody can measure. */
    TARGET_FLAW_UNKNOWN_KPI("The target of {subject} cannot be measured: {kpi} is not in the catalogue."),
    /** A goal in another unit. */
    TARGET_FLAW_WRONG_UNIT("The target of {subject} is not in the unit of {kpi}."),
    /** A goal without a baseline. */
    TARGET_FLAW_NO_BASELINE(
            "Where {subject} stands on {kpi} is not known, so nobody can tell what the target would improve."),
    /** A goal of the past. */
    TARGET_FLAW_OVER("The target of {subject} for {kpi} was to be reached by {to}, which is over."),
    /** A goal that asks for nothing new. */
    TARGET_FLAW_NO_IMPROVEMENT("The target of {subject} for {kpi} asks for no more than the baseline."),
    /** A goal out of reach. */
    TARGET_FLAW_LEAP("The target of {subject} for {kpi} is beyond the peers' top quartile and was never reached before:"
            + " a smaller step comes first."),
    /** A good goal. */
    TARGET_FLAWLESS("The target of {subject} for {kpi} is measurable, has a date, {to}, and is a step within reach."),
    /** How large the step is. */
    TARGET_STEP("It is {step} away from the baseline; so much was reached in {before} of the last periods."),
    // ---- plans of targets
    /** How a target was broken down. */
    PLAN(
            "{total} from {from} to {to} are shared out by working days ({season}) in units of {step}, by largest remainder;"
                    + " equal remainders go to the earlier period."),
    /** There is no plan. */
    PLAN_NONE("There is no plan from {from} to {to}: {reason}."),
    /** How the rest was planned anew. */
    PLAN_ANEW(
            "By {day} {reached} were reached, where {planned} were planned; the {rest} that are missing are spread over"
                    + " the {days} days left."),
    /** A plan of days that are over. */
    PLAN_OVER("By {day} {reached} were reached, where {planned} were planned; {rest} are missing, and no day is left."),
    /** A plan of which nothing is left to do. */
    PLAN_REACHED("By {day} {reached} were reached, where {planned} were planned: all of it, so nothing is left to do."),
    // ---- where nothing can be said yet, or all is certain
    /** No figure so far, and a probability nevertheless. */
    PACE_NOTHING_YET("{subject} has no figure yet for {kpi}, where {target} is the target: {reason}"
            + " (by {day}, after {over} of {all} working days)."),
    /** Nothing that is watched could be judged. */
    WATCH_NOT_JUDGED("Whether somebody needs a word cannot be told: no series could be judged."),
    /** The probability of the plain answer where every conversion is certain. */
    FUNNEL_CERTAIN("Nothing is lost on the way: {activity} {stage} reach the quota."),
    // ---- recurring reviews, and how a programme is used
    /** By what rule turns count. */
    SCHEDULE_RULE(
            "Each person's turn is {cadence}, from {from} to {to}; only whole periods count, and one that is still running is"
                    + " neither kept nor missed."),
    /** How many turns were kept. */
    SCHEDULE_ON_TIME("{kept} of {due} turns were kept: {share} ({level} interval {low} to {high}, Wilson)."),
    /** That no turn was due. */
    SCHEDULE_NOTHING_DUE("No turn was due."),
    /** Turns that were not due. */
    SCHEDULE_EXCUSED("{count} turns were excused: the person was away for more than half of the working days."),
    /** Turns without a review. */
    SCHEDULE_MISSED("{person} was not reviewed in {periods}."),
    /** What counts as use. */
    USAGE_RULE(
            "Those can take part in a period who were there on half of its working days; giving and receiving is about others,"
                    + " so cards about oneself do not count as either."),
    /** How the whole span was used. */
    USAGE_CARDS("{cards} cards in {periods} whole periods, {from} to {to}, by {raters} raters about {ratees} people."),
    /** How cards were filled in. */
    USAGE_FILLED(
            "Of {cards} cards {documented} say what comes next as the template demands, {commented} hold a comment, {complete}"
                    + " answer every required item."),
    /** That there are cards nobody can judge. */
    USAGE_UNKNOWN_VERSION("{count} cards are on versions of the template that are not known, and count nowhere."),
    /** How relevant something is. */
    USAGE_RELEVANT("{people} people find {what} {relevance} relevant, of 5; {comments} comments."),
    /** That an answer is not there or not shown. */
    USAGE_RELEVANCE_UNKNOWN("How relevant {what} is, is not told: {reason}; {comments} comments."),
    /** How many could and did take part. */
    USAGE_PARTICIPATION(
            "In {period} {givers} of {eligible} people rated others, and {receivers} were rated by others."),
    // ---- activity against skill
    /** Behind on activity alone. */
    BENCHMARK_BEHIND_ON_VOLUME("{person} is behind on volume, not on quality: {volume}."),
    /** Behind on skill alone. */
    BENCHMARK_BEHIND_ON_QUALITY("{person} is behind on quality, not on volume: {quality}."),
    /** Behind on both. */
    BENCHMARK_BEHIND_ON_BOTH("{person} is behind on volume ({volume}) and on quality ({quality})."),
    ;

    private final String english;

    MessageCode(String english) {
        this.english = english;
    }

    /**
     * The English pattern.
     *
     * @return the pattern, with names of arguments in braces
     */
    public String english() {
        return english;
    }
}
