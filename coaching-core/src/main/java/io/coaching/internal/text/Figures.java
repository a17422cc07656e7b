package io.coaching.internal.text;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/** Numbers as text, the same in every locale. */
public final class Figures {
    private Figures() {}

    /** The shortest decimal form, without an exponent: 25, 2.5. */
    public static String plain(double value) {
        return strip(BigDecimal.valueOf(value)).toPlainString();
    }

    /** Four significant digits, thousands grouped: 0.6315, 2,361. */
    public static String general(double value) {
        BigDecimal rounded = BigDecimal.valueOf(value).round(new MathContext(4, RoundingMode.HALF_EVEN));
        if (Math.abs(value) >= 1000) {
            return group(BigDecimal.valueOf(value).setScale(0, RoundingMode.HALF_EVEN));
        }
        if (value != 0 && Math.abs(value) < 1e-6) {
            return strip(rounded).toEngineeringString();
        }
        return strip(rounded).toPlainString();
    }

    /** A fixed number of decimals, thousands grouped. */
    public static String fixed(double value, int decimals) {
        String text = group(BigDecimal.valueOf(value).setScale(decimals, RoundingMode.HALF_EVEN));
        return text.matches("-[0,.]+") ? text.substring(1) : text;
    }

    /** A fraction as percent: 0.6315 with one decimal is 63.2%. */
    public static String percent(double fraction, int decimals) {
        return fixed(BigDecimal.valueOf(fraction).movePointRight(2).doubleValue(), decimals) + "%";
    }

    /** A difference with its sign: +1.5, -0.3, 0. */
    public static String signed(double value, int decimals) {
        String text = fixed(value, decimals);
        return value > 0 && !text.matches("[0,.]+") ? "+" + text : text;
    }

    /** A whole number, thousands grouped. */
    public static String count(long value) {
        return group(BigDecimal.valueOf(value));
    }

    private static BigDecimal strip(BigDecimal value) {
        return value.signum() == 0 ? BigDecimal.ZERO : value.stripTrailingZeros();
    }

    private static String group(BigDecimal value) {
        String text = value.toPlainString();
        int point = text.indexOf('.');
        String whole = point < 0 ? text : text.substring(0, point);
        var out = new StringBuilder(text.length() + 4);
        int first = whole.startsWith("-") ? 1 : 0;
        for (int i = 0; i < whole.length(); i++) {
            if (i > first && (whole.length() - i) % 3 == 0) {
                out.append(',');
            }
            out.append(whole.charAt(i));
        }
        return point < 0
                ? out.toString()
                : out.append(text, point, text.length()).toString();
    }
}
