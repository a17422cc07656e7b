package io.coaching.scorecard;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The words of a text and the pairs of neighbouring words, without those that carry no meaning.
 *
 * @param parts words and pairs
 */
record Shingles(Set<String> parts) {
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]+");
    private static final Set<String> EMPTY_WORDS = Set.of(
            "an", "and", "are", "as", "at", "be", "by", "for", "from", "in", "is", "it", "its", "of", "on", "or",
            "that", "the", "their", "them", "they", "this", "to", "with");

    static Shingles of(String text) {
        List<String> words = new ArrayList<>();
        Matcher matcher = WORD.matcher(text.toLowerCase(Locale.ROOT));
        while (matcher.find()) {
            if (matcher.group().length() > 1 && !EMPTY_WORDS.contains(matcher.group())) {
                words.add(matcher.group());
            }
        }
        Set<String> parts = new HashSet<>(words);
        for (int i = 1; i < words.size(); i++) {
            parts.add(words.get(i - 1) + " " + words.get(i));
        }
        return new Shingles(parts);
    }

    /** The share of all parts of two texts that both have; 0 if one has none. */
    double inCommon(Shingles other) {
        if (parts.isEmpty() || other.parts.isEmpty()) {
            return 0;
        }
        long common = parts.stream().filter(other.parts::contains).count();
        return (double) common / (parts.size() + other.parts.size() - common);
    }
}
