package io.coaching.benchmark;

/** What a stack rank goes by. */
public enum RankOrder {
    /** The value itself, as everybody reads it. With few observations the ends of the list are luck. The default. */
    VALUE("their value"),
    /** The value drawn towards the peers: the best guess of the true order. */
    SHRUNKEN("their value drawn towards the peers");

    private final String text;

    RankOrder(String text) {
        this.text = text;
    }

    /**
     * What it goes by, in words.
     *
     * @return to continue "ranked by"
     */
    public String text() {
        return text;
    }
}
