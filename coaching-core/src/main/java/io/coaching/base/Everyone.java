package io.coaching.base;

/** The whole company as the subject of a figure: each person counts once, however often they changed teams. */
public record Everyone() implements Subject {
    /** The only value there is. */
    public static final Everyone EVERYONE = new Everyone();

    @Override
    public String value() {
        return "everyone";
    }

    @Override
    public String toString() {
        return "everyone";
    }
}
