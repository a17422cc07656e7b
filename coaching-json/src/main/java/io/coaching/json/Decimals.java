package io.coaching.json;

import java.math.BigDecimal;

/** Amounts as people write them. */
final class Decimals {
    private static final int LONGEST = 40;

    private Decimals() {}

    /** Reads {@code 1,234.50}, {@code -5} and {@code 1.234,50}; groups are of three digits. */
    static BigDecimal parse(String text, boolean decimalComma) {
        if (text.length() > LONGEST) {
            throw new IllegalArgumentException("too long");
        }
        char group = decimalComma ? '.' : ',';
        char point = decimalComma ? ',' : '.';
        var plain = new StringBuilder();
        int sinceGroup = -1;
        boolean fraction = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= '0' && c <= '9') {
                plain.append(c);
                sinceGroup += sinceGroup < 0 || fraction ? 0 : 1;
            } else if (c == group
                    && !fraction
                    && (sinceGroup == 3 || (sinceGroup < 0 && digitsOf(plain) <= 3 && digitsOf(plain) > 0))) {
                sinceGroup = 0;
            } else if (c == point && !fraction && (sinceGroup < 0 || sinceGroup == 3)) {
                fraction = true;
                plain.append('.');
            } else if ((c == '-' || c == '+') && i == 0) {
                plain.append(c);
            } else {
                throw new IllegalArgumentException("unexpected '" + c + "'");
            }
        }
        if (sinceGroup >= 0 && sinceGroup != 3) {
            throw new IllegalArgumentException("a group that is not of three digits");
        }
        return new BigDecimal(plain.toString());
    }

    private static int digitsOf(StringBuilder plain) {
        return plain.length() - (!plain.isEmpty() && !Character.isDigit(plain.charAt(0)) ? 1 : 0);
    }
}
