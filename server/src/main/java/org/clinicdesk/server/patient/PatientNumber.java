package org.clinicdesk.server.patient;

/// The clinic's own number of a person: six digits or more and a check digit (Luhn), "000042-2". A mistyped digit or two
/// swapped ones give no valid number.
final class PatientNumber {

    private PatientNumber() {}

    static String of(long sequence) {
        var digits = "%06d".formatted(sequence);
        return digits + "-" + check(digits);
    }

    static boolean valid(String number) {
        var digits = Fold.digits(number);
        return digits.length() >= 7
                && digits.charAt(digits.length() - 1) - '0'
                        == check(digits.substring(0, digits.length() - 1));
    }

    private static int check(String digits) {
        var sum = 0;
        for (var i = 0; i < digits.length(); i++) {
            var digit = digits.charAt(digits.length() - 1 - i) - '0';
            sum += i % 2 == 0 ? digit * 2 / 10 + digit * 2 % 10 : digit;
        }
        return (10 - sum % 10) % 10;
    }
}
