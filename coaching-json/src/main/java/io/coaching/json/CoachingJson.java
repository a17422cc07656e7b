package io.coaching.json;

import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * JSON for those who have no mapper of their own.
 *
 * <pre>{@code
 * JsonMapper mapper = CoachingJson.mapper();
 * String json = mapper.writeValueAsString(Money.of(5, "EUR")); // {"amount":5.00,"currency":"EUR"}
 * Money money = mapper.readValue(json, Money.class);
 * }</pre>
 */
public final class CoachingJson {
    private static final JsonMapper MAPPER = mapper(ReadLimits.DEFAULT);

    private CoachingJson() {}

    /**
     * Returns a strict mapper for the values of this library, with {@link ReadLimits#DEFAULT}. It never makes an object of a
     * class that the input names.
     *
     * @return the mapper, always the same; it is safe for use by many threads
     */
    public static JsonMapper mapper() {
        return MAPPER;
    }

    /**
     * Returns a strict mapper with limits of its own.
     *
     * @param limits how much input is taken
     * @return a new mapper
     */
    public static JsonMapper mapper(ReadLimits limits) {
        return JsonMapper.builder(JsonFactory.builder()
                        .streamReadConstraints(limits.constraints())
                        .build())
                .addModule(new CoachingModule())
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                // strict where a module cannot be: "7" is no number, 1.5 no integer
                .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
                .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
                .build();
    }
}
