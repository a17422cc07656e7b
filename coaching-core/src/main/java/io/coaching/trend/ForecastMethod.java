package io.coaching.trend;

import io.coaching.stats.SmoothingModel;
import java.util.Optional;

/** How a forecast is made. The first three are rivals: plain ways that a model has to beat before it is used. */
public enum ForecastMethod {
    /** The mean of all periods. */
    MEAN,
    /** The last period. */
    NAIVE,
    /** The same season, one round ago. */
    SEASONAL_NAIVE,
    /** Simple exponential smoothing. */
    SIMPLE,
    /** Holt's trend. */
    HOLT,
    /** A damped trend. */
    DAMPED,
    /** A trend and seasons that are added. */
    HOLT_WINTERS_ADDITIVE,
    /** A trend and seasons that multiply. */
    HOLT_WINTERS_MULTIPLICATIVE;

    /**
     * Whether it is one of those that have to be beaten.
     *
     * @return true for mean, naive and seasonal naive
     */
    public boolean isRival() {
        return smoothing().isEmpty();
    }

    /**
     * Whether it needs to know how many seasons there are.
     *
     * @return true for seasonal naive and the two of Holt and Winters
     */
    public boolean isSeasonal() {
        return this == SEASONAL_NAIVE
                || smoothing().filter(SmoothingModel::isSeasonal).isPresent();
    }

    /**
     * The smoothing that it is.
     *
     * @return the model; empty for a rival
     */
    public Optional<SmoothingModel> smoothing() {
        return switch (this) {
            case MEAN, NAIVE, SEASONAL_NAIVE -> Optional.empty();
            case SIMPLE -> Optional.of(SmoothingModel.SIMPLE);
            case HOLT -> Optional.of(SmoothingModel.HOLT);
            case DAMPED -> Optional.of(SmoothingModel.DAMPED);
            case HOLT_WINTERS_ADDITIVE -> Optional.of(SmoothingModel.HOLT_WINTERS_ADDITIVE);
            case HOLT_WINTERS_MULTIPLICATIVE -> Optional.of(SmoothingModel.HOLT_WINTERS_MULTIPLICATIVE);
        };
    }

    /**
     * Its name in English.
     *
     * @return as {@code "Holt-Winters, additive"}
     */
    public String text() {
        return switch (this) {
            case MEAN -> "mean";
            case NAIVE -> "naive";
            case SEASONAL_NAIVE -> "seasonal naive";
            case SIMPLE -> "simple smoothing";
            case HOLT -> "Holt's trend";
            case DAMPED -> "damped trend";
            case HOLT_WINTERS_ADDITIVE -> "Holt-Winters, additive";
            case HOLT_WINTERS_MULTIPLICATIVE -> "Holt-Winters, multiplicative";
        };
    }
}
