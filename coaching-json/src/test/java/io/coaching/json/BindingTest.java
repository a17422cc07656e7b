package io.coaching.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.coaching.base.Argument;
import io.coaching.base.Band;
import io.coaching.base.Catalogue;
import io.coaching.base.Estimate;
import io.coaching.base.Everyone;
import io.coaching.base.ExchangeRates;
import io.coaching.base.Interval;
import io.coaching.base.Known;
import io.coaching.base.KpiId;
import io.coaching.base.Message;
import io.coaching.base.MessageCode;
import io.coaching.base.Money;
import io.coaching.base.Outcome;
import io.coaching.base.Percent;
import io.coaching.base.PersonId;
import io.coaching.base.Place;
import io.coaching.base.Privacy;
import io.coaching.base.Problem;
import io.coaching.base.Provenance;
import io.coaching.base.Reason;
import io.coaching.base.RegionId;
import io.coaching.base.Result;
import io.coaching.base.Rows;
import io.coaching.base.Subject;
import io.coaching.base.TeamId;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;

/** What values look like as JSON, and what is said when they cannot be read. */
class BindingTest {
    private static final JsonMapper MAPPER = CoachingJson.mapper();

    static final Known KNOWN = Known.builder()
            .value(0.6315)
            .interval(Interval.confidence(0.62, 0.643, Percent.of(95), "Wilson"))
            .n(6711, "decided opportunities")
            .method("won / (won + lost)")
            .build();

    /** Holds subjects in all places in which they can stand. */
    public record Places(
            Subject one,
            PersonId person,
            Optional<Subject> maybe,
            List<Subject> many,
            Map<Subject, Estimate> keyed,
            Map<PersonId, List<Subject>> nested) {}

    /** Holds all optionals. */
    public record Absences(OptionalDouble number, Optional<Percent> share, Optional<List<Money>> amounts) {}

    /** Alternatives of which one is a scalar, one has no component, and one is nested. */
    public sealed interface Rule {
        /**
         * A scalar, were it not for the others.
         *
         * @param value the least number
         */
        record AtLeast(int value) implements Rule {
            /**
             * Returns one.
             *
             * @param value the least number
             * @return the rule
             */
            public static AtLeast of(int value) {
                return new AtLeast(value);
            }
        }

        /** Any. */
        record Any() implements Rule {}

        /** Two kinds of its own. */
        sealed interface Joined extends Rule {}

        /**
         * Both.
         *
         * @param rules the rules
         */
        record Both(List<Rule> rules) implements Joined {}
    }

    /**
     * A result.
     *
     * @param winRate a figure
     * @param provenance what it was made from
     */
    public record Review(Estimate winRate, Provenance provenance) implements Result {
        /**
         * A derived figure.
         *
         * @return the band
         */
        public Band band() {
            return Band.GREEN;
        }

        /**
         * The same in another way.
         *
         * @return this
         */
        public Review sorted() {
            return this;
        }

        /**
         * Numbers for scripts.
         *
         * @return numbers
         */
        public double[] values() {
            return new double[] {1.5, 2};
        }

        @Override
        public String table() {
            return "a table";
        }

        @Override
        public String explain(Catalogue catalogue) {
            return "why";
        }

        @Override
        public Rows rows() {
            return Rows.of(List.of(), List.of());
        }
    }

    @Test
    void valueIsAnObjectOfItsAttributesInAlphabeticalOrderAfterItsKind() {
        assertThat(MAPPER.writeValueAsString(KNOWN))
                .isEqualTo("{\"kind\":\"known\",\"interval\":{\"high\":0.643,\"kind\":\"CONFIDENCE\",\"level\":95.0,"
                        + "\"low\":0.62,\"method\":\"Wilson\"},\"method\":\"won / (won + lost)\","
                        + "\"sizes\":[{\"n\":6711,\"of\":\"decided opportunities\"}],\"value\":0.6315}");
        assertThat(MAPPER.readValue(MAPPER.writeValueAsString(KNOWN), Known.class))
                .isEqualTo(KNOWN);
    }

    @Test
    void kindIsThereAlsoWhereTheStaticTypeIsNot() {
        List<Estimate> estimates = List.of(Estimate.undefined(Reason.NO_DATA), Estimate.withheld(Reason.NOT_PERMITTED));
        String json =
                "[{\"kind\":\"undefined\",\"reason\":\"NO_DATA\"},{\"kind\":\"withheld\",\"reason\":\"NOT_PERMITTED\"}]";
        assertThat(MAPPER.writeValueAsString(estimates)).isEqualTo(json);
        assertThat(MAPPER.readValue(json, new TypeReference<List<Estimate>>() {}))
                .isEqualTo(estimates);
    }

    @Test
    void kindMayComeLateAndPropertiesInAnyOrder() {
        String json = "{\"value\":1.5,\"sizes\":[{\"of\":\"deals\",\"n\":3}],\"kind\":\"known\",\"method\":\"m\"}";
        assertThat(MAPPER.readValue(json, Estimate.class))
                .isEqualTo(Known.builder().value(1.5).n(3, "deals").method("m").build());
        assertThat(MAPPER.readValue("{\"reason\":\"NO_DATA\",\"kind\":\"undefined\"}", Estimate.class))
                .isEqualTo(Estimate.undefined(Reason.NO_DATA));
    }

    @Test
    void subjectSaysItsKindInOneStringAndAPersonIsItsBareId() {
        var places = new Places(
                PersonId.of("ana"),
                PersonId.of("ben"),
                Optional.of(TeamId.of("a:b")),
                List.of(Everyone.EVERYONE, RegionId.of("emea")),
                Map.of(TeamId.of("north"), KNOWN),
                Map.of(PersonId.of("ana"), List.of(PersonId.of("ben"))));
        String json = MAPPER.writeValueAsString(places);
        assertThat(json)
                .startsWith("{\"keyed\":{\"team:north\":{\"kind\":\"known\"")
                .endsWith("\"many\":[\"everyone\",\"region:emea\"],\"maybe\":\"team:a:b\","
                        + "\"nested\":{\"ana\":[\"person:ben\"]},\"one\":\"person:ana\",\"person\":\"ben\"}");
        assertThat(MAPPER.readValue(json, Places.class)).isEqualTo(places);
        assertThat(MAPPER.writerFor(Subject.class).writeValueAsString(TeamId.of("x")))
                .isEqualTo("\"team:x\"");
        assertThat(MAPPER.readValue("\"team:x\"", Subject.class)).isEqualTo(TeamId.of("x"));
    }

    @Test
    void absentValuesAreLeftOutAndNullIsAbsent() {
        var absent = new Absences(OptionalDouble.empty(), Optional.empty(), Optional.empty());
        assertThat(MAPPER.writeValueAsString(absent)).isEqualTo("{}");
        assertThat(MAPPER.readValue("{}", Absences.class)).isEqualTo(absent);
        assertThat(MAPPER.readValue("{\"number\":null,\"share\":null,\"amounts\":null}", Absences.class))
                .isEqualTo(absent);
        var present = new Absences(
                OptionalDouble.of(0), Optional.of(Percent.of(5)), Optional.of(List.of(Money.of("1.50", "EUR"))));
        String json = "{\"amounts\":[{\"amount\":1.50,\"currency\":\"EUR\"}],\"number\":0.0,\"share\":5.0}";
        assertThat(MAPPER.writeValueAsString(present)).isEqualTo(json);
        assertThat(MAPPER.readValue(json, Absences.class)).isEqualTo(present);
    }

    @Test
    void alternativesThatAreNotAllScalarsAreObjectsWithAKindAlsoNested() {
        Rule rule = new Rule.Both(List.of(Rule.AtLeast.of(3), new Rule.Any(), new Rule.Both(List.of())));
        String json = "{\"kind\":\"both\",\"rules\":[{\"kind\":\"at-least\",\"value\":3},{\"kind\":\"any\"},"
                + "{\"kind\":\"both\",\"rules\":[]}]}";
        assertThat(MAPPER.writerFor(Rule.class).writeValueAsString(rule)).isEqualTo(json);
        assertThat(MAPPER.readValue(json, Rule.class)).isEqualTo(rule);
    }

    @Test
    void messageKeepsItsTypedArgumentsInOrderAndMessagesWithinMessages() {
        Message message = Message.of(MessageCode.VALUE_REJECTED)
                .with("z", "text")
                .with("a", 7)
                .with("f", 1.5, 2)
                .withShare("s", 0.25)
                .with("d", LocalDate.of(2026, 1, 5))
                .with("who", TeamId.of("x"))
                .with("said", Message.of(MessageCode.ROW_MALFORMED).with("detail", "d"));
        String json = MAPPER.writeValueAsString(message);
        assertThat(json)
                .contains("\"z\":{\"kind\":\"text\",\"value\":\"text\"},\"a\":{\"kind\":\"count\",\"value\":7}");
        Message read = MAPPER.readValue(json, Message.class);
        assertThat(read).isEqualTo(message);
        assertThat(read.arguments().keySet()).containsExactly("z", "a", "f", "s", "d", "who", "said");
        assertThat(read.arguments().get("who")).isEqualTo(new Argument.Who(TeamId.of("x")));
    }

    @Test
    void genericRecordKeepsItsTypeArguments() {
        var outcome = new Outcome<>(
                List.of(Money.of(5, "JPY")),
                1,
                1,
                List.of(Problem.error(
                        Message.of(MessageCode.VALUE_MISSING),
                        Place.builder().source("f").line(2).column("c").build())));
        String json = MAPPER.writeValueAsString(outcome);
        assertThat(MAPPER.readValue(json, new TypeReference<Outcome<List<Money>>>() {}))
                .isEqualTo(outcome);
    }

    @Test
    void documentBeginsWithItsFormatAndAnotherFormatIsRefusedByName() {
        ExchangeRates rates = ExchangeRates.builder()
                .into("EUR")
                .rate("USD", LocalDate.of(2026, 1, 1), "0.912300")
                .build();
        String json = MAPPER.writeValueAsString(rates);
        assertThat(json)
                .isEqualTo("{\"format\":\"exchange-rates/1\",\"rates\":[{\"from\":\"USD\",\"rate\":0.912300,"
                        + "\"since\":\"2026-01-01\"}],\"to\":\"EUR\"}");
        assertThat(MAPPER.readValue(json, ExchangeRates.class)).isEqualTo(rates);
        assertThat(MAPPER.readValue("{\"to\":\"EUR\",\"format\":\"exchange-rates/1\"}", ExchangeRates.class)
                        .to())
                .hasToString("EUR");
        assertThatThrownBy(() -> MAPPER.readValue(json.replace("rates/1", "rates/2"), ExchangeRates.class))
                .hasMessageContaining(
                        "ExchangeRates has format \"exchange-rates/2\"; this version reads \"exchange-rates/1\"");
        assertThatThrownBy(() -> MAPPER.readValue("{\"to\":\"EUR\"}", ExchangeRates.class))
                .hasMessageContaining("ExchangeRates has no format; this version reads \"exchange-rates/1\"");
    }

    @Test
    void resultIsWrittenWithDerivedFiguresAndWithoutItsTextsAndNeverRead() {
        var review = new Review(
                Estimate.undefined(Reason.NOTHING_DECIDED), new Provenance(LocalDate.of(2017, 12, 31), "f00", "1"));
        String json = MAPPER.writeValueAsString(review);
        assertThat(json)
                .isEqualTo("{\"band\":\"GREEN\",\"provenance\":{\"asOf\":\"2017-12-31\",\"fingerprint\":\"f00\","
                        + "\"version\":\"1\"},\"values\":[1.5,2.0],"
                        + "\"winRate\":{\"kind\":\"undefined\",\"reason\":\"NOTHING_DECIDED\"}}");
        assertThatThrownBy(() -> MAPPER.readValue(json, Review.class))
                .hasMessageContaining("Review is a result: it is written, not read");
    }

    @Test
    void rowsAreWrittenCellByCell() {
        var row = new LinkedHashMap<String, Object>();
        row.put("person", "ana");
        row.put("value", 1.5);
        row.put("on", LocalDate.of(2026, 1, 5));
        assertThat(MAPPER.writeValueAsString(Rows.of(List.of("person", "value", "on", "gone"), List.of(row))))
                .isEqualTo("{\"columns\":[\"person\",\"value\",\"on\",\"gone\"],"
                        + "\"rows\":[{\"person\":\"ana\",\"value\":1.5,\"on\":\"2026-01-05\"}]}");
    }

    @DisplayName("what cannot be read is refused with type, property and what would be right")
    @ParameterizedTest(name = "{0} as {1}: {2}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '^',
            value = {
                "{'kind':'nope'} | Estimate | Estimate has kind \"nope\"; known kinds: known, undefined, withheld",
                "{'reason':'NO_DATA'} | Estimate | Estimate has no kind; known kinds: known, undefined, withheld",
                "{'kind':'withheld','reason':'NO_DATA'} | Undefined | Undefined has kind \"withheld\", not \"undefined\"",
                "{'kind':'withheld'} | Estimate | property \"reason\" is missing",
                "{'kind':'withheld','reason':null} | Estimate | Invalid `null` value encountered for property \"reason\"",
                "{'kind':'withheld','reason':'NO_DAT'} | Estimate | Invalid Reason: must be one of [NO_DATA, NOTHING_DECIDED, ZERO",
                "{'kind':'withheld','reason':'NO_DATA','x':1} | Estimate | Unrecognized property \"x\" (class io.coaching.base.Withheld)",
                "{'kind':'known','method':'m','sizes':[{'n':1,'of':'d'}]} | Estimate | required attributes are not set [value]",
                "{'kind':'known','method':'m','sizes':[],'value':1} | Estimate | Invalid Known: sizes must not be empty",
                "{'kind':'known','method':'m','sizes':[null],'value':1} | Estimate | io.coaching.base.Known[\"sizes\"]",
                "{'kind':'known','known':true} | Estimate | Unrecognized property \"known\"",
                "{'low':2,'high':1,'level':95,'kind':'CREDIBLE','method':'m'} | Interval | Invalid Interval: low must not be above high",
                "{'low':1,'low':1} | Interval | low",
                "{'low':'1','high':1,'level':95,'kind':'CREDIBLE','method':'m'} | Interval | Cannot coerce String value (\"1\")",
                "{'minimumGroup':1.5} | Privacy | Cannot coerce Floating-point value (1.5)",
                "{'minimumGroup':0} | Privacy | Invalid Privacy: minimumGroup",
                "{'amount':1.005,'currency':'EUR'} | Money | Invalid Money: amount must have at most 2 decimals in EUR",
                "{'amount':1,'currency':'EURO'} | Money | EURO",
                "'ana' | Subject | Invalid Subject: must be one of [everyone, person:..., region:..., team:...]",
                "'person' | Subject | must be one of",
                "'person: ' | Subject | person id must not be blank",
                "{'value':'ana'} | PersonId | Invalid PersonId: found START_OBJECT",
                "7 | Subject | Invalid Subject: found VALUE_NUMBER_INT",
                "[] | Privacy | Invalid Privacy: found START_ARRAY",
                "'' | Privacy | Invalid Privacy: found VALUE_STRING",
            })
    void refusalsSayWhatIsWrong(String json, String type, String message) throws ClassNotFoundException {
        Class<?> target = Class.forName("io.coaching.base." + type);
        assertThatThrownBy(() -> MAPPER.readValue(json.replace('\'', '"'), target))
                .isInstanceOf(JacksonException.class)
                .hasMessageContaining(message)
                .satisfies(e -> assertThat(e.getMessage()).doesNotContain("Immutable", "$Builder"));
    }

    @Test
    void refusalSaysWhere() {
        assertThatThrownBy(() -> MAPPER.readValue("{\"kind\":\"known\",\n \"value\":\"x\"}", Estimate.class))
                .isInstanceOfSatisfying(JacksonException.class, e -> {
                    assertThat(e.getLocation().getLineNr()).isEqualTo(2);
                    assertThat(e.getPath()).hasSize(1);
                    assertThat(e.getPath().get(0).getPropertyName()).isEqualTo("value");
                });
    }

    @Test
    void refusalIsNeverMuchLongerThanItHasToBe() {
        String huge = "x".repeat(500_000);
        for (String json :
                List.of("{\"" + huge.substring(0, 900) + "\":1}", "{\"kind\":\"" + huge + "\"}", "\"" + huge + "\"")) {
            assertThatThrownBy(() -> MAPPER.readValue(json, Estimate.class))
                    .satisfies(e -> assertThat(e.getMessage()).hasSizeLessThan(2_000));
        }
        assertThatThrownBy(() -> MAPPER.readValue("\"" + huge + "\"", PersonId.class))
                .satisfies(e -> assertThat(e.getMessage()).hasSizeLessThan(2_000));
        assertThatThrownBy(
                        () -> MAPPER.readValue("{\"kind\":\"withheld\",\"reason\":\"" + huge + "\"}", Estimate.class))
                .satisfies(e -> assertThat(e.getMessage()).hasSizeLessThan(4_000));
    }

    @Test
    void limitsHold() {
        JsonMapper small = CoachingJson.mapper(ReadLimits.DEFAULT
                .withDepth(5)
                .withRowLength(50)
                .withNumberLength(10)
                .withDocumentLength(20_000));
        assertThatThrownBy(() -> small.readTree("[[[[[[1]]]]]]")).isInstanceOf(JacksonException.class);
        assertThatThrownBy(() -> small.readTree("\"" + "x".repeat(100_000) + "\""))
                .isInstanceOf(JacksonException.class);
        assertThatThrownBy(() -> small.readTree("12345678901")).isInstanceOf(JacksonException.class);
        assertThatThrownBy(() -> ReadLimits.DEFAULT.withDepth(0)).hasMessage("depth must be at least 1: 0");
    }

    @Test
    void trailingAndRepeatedContentIsRefused() {
        assertThatThrownBy(() -> MAPPER.readValue("{\"minimumGroup\":5} {}", Privacy.class))
                .isInstanceOf(JacksonException.class);
        assertThatThrownBy(() -> MAPPER.readValue("{\"minimumGroup\":5,\"minimumGroup\":6}", Privacy.class))
                .isInstanceOf(JacksonException.class);
    }

    /** A bean of a vendor's own. */
    static final class VendorBean {
        private int someNumber = 7;

        public int getSomeNumber() {
            return someNumber;
        }

        public void setSomeNumber(int someNumber) {
            this.someNumber = someNumber;
        }
    }

    @Test
    void oneCallTeachesAVendorsMapperWhichKeepsItsOwnWaysForItsOwnTypes() {
        JsonMapper own = JsonMapper.builder()
                .addModule(new CoachingModule())
                .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
                .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                .build();
        assertThat(own.writeValueAsString(KNOWN)).isEqualTo(MAPPER.writeValueAsString(KNOWN));
        assertThat(own.writeValueAsString(Privacy.DEFAULT)).isEqualTo("{\"minimumGroup\":5}");
        assertThat(own.writeValueAsString(new VendorBean())).isEqualTo("{\"some_number\":7}");
        assertThat(own.readValue("{\"some_number\":8,\"zzz\":1}", VendorBean.class)
                        .getSomeNumber())
                .isEqualTo(8);
        assertThatThrownBy(() -> own.readValue("{\"minimumGroup\":5,\"zzz\":1}", Privacy.class))
                .hasMessageContaining("Unrecognized property \"zzz\"");
        assertThatThrownBy(() -> own.readValue("{\"minimumGroup\":null}", Privacy.class))
                .hasMessageContaining("Invalid `null` value");
    }

    @Test
    void lenientModuleLeavesUnknownPropertiesToTheMapper() {
        JsonMapper.Builder builder = JsonMapper.builder().addModule(CoachingModule.lenient());
        JsonMapper skips = builder.disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .build();
        assertThat(skips.readValue("{\"zzz\":[1,{}],\"minimumGroup\":5}", Privacy.class))
                .isEqualTo(Privacy.DEFAULT);
    }

    @Test
    void modulesAreFound() {
        JsonMapper found = JsonMapper.builder().findAndAddModules().build();
        assertThat(found.writeValueAsString(Map.of(KpiId.of("k"), KNOWN))).startsWith("{\"k\":{\"kind\":\"known\"");
    }
}
