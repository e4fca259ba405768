package org.clinicdesk.client.setup;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Currency;
import java.util.regex.Pattern;

/// Amounts of money as people write them, and as they are held: in the smallest unit of the currency (ISO 4217).
final class Price {

    /// Digits, grouped by threes or not, and at most as many decimals as any currency has but three: three digits after a
    /// point are a group.
    private static final Pattern WRITTEN =
            Pattern.compile("(\\d+|\\d{1,3}(?:[., \\u00a0]\\d{3})+)(?:[.,](\\d{1,2}))?");

    private Price() {}

    /// How many decimals a currency has: none for the dong, two for the dollar and for whatever is not known.
    private static int decimals(String currency) {
        try {
            return Math.max(0, Currency.getInstance(currency).getDefaultFractionDigits());
        } catch (IllegalArgumentException _) {
            return 2;
        }
    }

    /// @return what was typed, when it is no amount of the currency
    static String minor(String typed, String currency) {
        var clean = typed.strip();
        var written = WRITTEN.matcher(clean);
        if (!written.matches()) {
            return clean;
        }
        var decimals = decimals(currency);
        var fraction = written.group(2) == null ? "" : written.group(2);
        if (fraction.length() > decimals) {
            return clean;
        }
        var whole = written.group(1).replaceAll("\\D", "");
        return new BigDecimal(whole + "." + (fraction.isEmpty() ? "0" : fraction))
                .movePointRight(decimals)
                .setScale(0, RoundingMode.UNNECESSARY)
                .toPlainString();
    }

    static String shown(String minor, String currency) {
        return minor.matches("\\d{1,18}")
                ? BigDecimal.valueOf(Long.parseLong(minor), decimals(currency)).toPlainString()
                : minor;
    }
}
