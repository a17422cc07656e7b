/** The domain of sales coaching and its engines: pure, without I/O. */
module io.coaching.core {
    requires com.google.common;
    requires commons.math3;
    requires org.apache.commons.statistics.descriptive;
    requires org.apache.commons.statistics.distribution;
    requires org.apache.commons.statistics.inference;
    requires org.apache.commons.statistics.interval;
    requires static com.google.errorprone.annotations;
    requires static org.immutables.value.annotations;
    requires static transitive org.jspecify;

    exports io.coaching;
    exports io.coaching.action;
    exports io.coaching.base;
    exports io.coaching.benchmark;
    exports io.coaching.data;
    exports io.coaching.goal;
    exports io.coaching.kpi;
    exports io.coaching.people;
    exports io.coaching.pipeline;
    exports io.coaching.process;
    exports io.coaching.rating;
    exports io.coaching.sample;
    exports io.coaching.scorecard;
    exports io.coaching.stats;
    exports io.coaching.target;
    exports io.coaching.time;
    exports io.coaching.trend;
}
