/** JSON, NDJSON and CSV for the values of the coaching library, by Jackson 3. */
module io.coaching.json {
    requires transitive io.coaching.core;
    requires transitive tools.jackson.databind;
    requires com.fasterxml.jackson.annotation;
    requires static transitive org.jspecify;
    requires static com.google.errorprone.annotations;

    exports io.coaching.json;

    provides tools.jackson.databind.JacksonModule with
            io.coaching.json.CoachingModule;
}
