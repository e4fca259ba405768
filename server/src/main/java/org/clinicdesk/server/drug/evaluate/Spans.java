package org.clinicdesk.server.drug.evaluate;

/// How spans of time are written, as parts of patterns.
final class Spans {
    static final double DAYS_A_YEAR = 365.25;
    static final double DAYS_A_MONTH = DAYS_A_YEAR / 12;

    static final String YEARS = "(?:years?|yrs?|y\\.?/?o\\.?|y|años?|tuổi|năm)";
    static final String MONTHS = "(?:months?|mths?|mo|mes(?:es)?|tháng(?: tuổi)?)";
    static final String WEEKS = "(?:weeks?|wks?|w|semanas?|tuần(?: tuổi)?)";
    static final String DAYS = "(?:days?|d|días?|ngày(?: tuổi)?)";

    private Spans() {}

    /// Days in one of the unit.
    static double days(String unit) {
        return unit.matches(YEARS)
                ? DAYS_A_YEAR
                : unit.matches(MONTHS) || unit.equals("m")
                        ? DAYS_A_MONTH
                        : unit.matches(WEEKS) ? 7 : 1;
    }
}
