package org.clinicdesk.server.patient;

import org.hibernate.Session;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;

/// Finds people by terms.
///
/// The rarest wish drives: its terms are read from the index in order, and the other wishes are judged
/// row by row; those for a part of the name by what the index itself holds. Every range of terms is a
/// branch of its own, since neither database reads several ranges joined by `or` from the index and
/// stops early.
final class PatientSearch {

    /// Beyond this a term is common, and how common does not matter.
    private static final int COMMON = 20_000;

    /// Words of one name may begin alike: whoever bears it is read more than once.
    private static final int READ = 2;

    private static final String PEOPLE =
            """
            select id, number, family, given, family_first, birth_date, birth_date_estimated, gender, phones, \
            last_visit, active, deceased from patient where id = any(?) \
            order by active desc, deceased, sort_name, number\
            """;

    /// A term is followed by everything that begins with it.
    private static final String LAST = "\uffff";

    private final Session session;
    private final Rarity rarity;

    PatientSearch(Session session, Rarity rarity) {
        this.session = session;
        this.rarity = rarity;
    }

    /// At most `most` people, active ones first, then by name. Of very many they are the first by the word
    /// that was found: whoever types on sees the others.
    List<Hit> run(List<List<String>> wishes, int most) {
        var ids = first(rarestFirst(wishes), most).toArray(UUID[]::new);
        return session.doReturningWork(connection -> {
            try (var query = connection.prepareStatement(PEOPLE)) {
                query.setArray(1, connection.createArrayOf("uuid", ids));
                return rows(query, PatientSearch::hit);
            }
        });
    }

    private List<UUID> first(List<List<String>> wishes, int most) {
        for (var limit = most * READ; ; limit *= READ) {
            var found = found(wishes, limit);
            var people = found.stream().distinct().limit(most).toList();
            if (people.size() == most || found.size() < limit) {
                return people;
            }
        }
    }

    /// Apart from who they are: H2 plans a query that has another one for a table anew each time.
    private List<UUID> found(List<List<String>> wishes, int limit) {
        var parameters = new ArrayList<String>();
        var sql =
                wishes.getFirst().stream()
                        .map(term -> branch(term, wishes, parameters, limit))
                        .collect(Collectors.joining(" union all "));
        return query(sql, parameters, row -> row.getObject(1, UUID.class));
    }

    private List<List<String>> rarestFirst(List<List<String>> wishes) {
        return wishes.size() == 1
                ? wishes
                : wishes.stream().sorted(Comparator.comparingLong(this::people)).toList();
    }

    private long people(List<String> wish) {
        return wish.stream().mapToLong(term -> rarity.of(term, this::count)).sum();
    }

    private long count(String term) {
        var parameters = new ArrayList<String>();
        var sql =
                "select count(*) from (select 1 from patient_key k where %s limit %d) c"
                        .formatted(range("k", term, parameters), COMMON);
        return query(sql, parameters, row -> row.getLong(1)).getFirst();
    }

    private static String branch(
            String term, List<List<String>> wishes, List<String> parameters, int limit) {
        var sql =
                new StringBuilder("(select k.patient_id from patient_key k where ")
                        .append(range("k", term, parameters));
        for (var wish : wishes.subList(1, wishes.size())) {
            sql.append(
                    wish.stream()
                            .map(other -> has(other, parameters))
                            .collect(Collectors.joining(" or ", " and (", ")")));
        }
        return sql.append(" order by k.term, k.name limit ").append(limit).append(")").toString();
    }

    private static String has(String term, List<String> parameters) {
        if (SearchTerms.isName(term)) {
            // Folded words hold letters only, so that nothing in them is a wildcard.
            parameters.add("% " + SearchTerms.word(term) + "%");
            return "k.name like ?";
        }
        return "exists (select 1 from patient_key o where o.patient_id = k.patient_id and "
                + range("o", term, parameters)
                + ")";
    }

    private static String range(String alias, String term, List<String> parameters) {
        parameters.add(term);
        parameters.add(term + LAST);
        return "%1$s.term >= ? and %1$s.term < ?".formatted(alias);
    }

    private static Hit hit(ResultSet row) throws SQLException {
        return new Hit(
                row.getObject("id", UUID.class),
                row.getString("number"),
                new PersonName(
                        row.getString("family"),
                        row.getString("given"),
                        row.getBoolean("family_first")),
                new PartialDate(row.getString("birth_date")),
                row.getBoolean("birth_date_estimated"),
                Gender.valueOf(row.getString("gender")),
                row.getString("phones").lines().findFirst().orElse(""),
                row.getObject("last_visit", LocalDate.class),
                row.getBoolean("active"),
                row.getBoolean("deceased"));
    }

    /// Plain JDBC: Hibernate works out the columns of a native query anew each time, and a list needs no entities.
    private <T> List<T> query(String sql, List<String> parameters, RowReader<T> reader) {
        return session.doReturningWork(connection -> {
            try (var query = connection.prepareStatement(sql)) {
                for (var i = 0; i < parameters.size(); i++) {
                    query.setString(i + 1, parameters.get(i));
                }
                return rows(query, reader);
            }
        });
    }

    private static <T> List<T> rows(PreparedStatement query, RowReader<T> reader)
            throws SQLException {
        try (var found = query.executeQuery()) {
            var rows = new ArrayList<T>();
            while (found.next()) {
                rows.add(reader.read(found));
            }
            return rows;
        }
    }

    /// Reads the row that stands before it.
    private interface RowReader<T> {
        T read(ResultSet row) throws SQLException;
    }
}
