package org.clinicdesk.server.patient;

import org.hibernate.Session;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
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

    private static final int COMPARED = 3;

    private static final String PEOPLE =
            """
            select p.* from patient p where p.id in (select c.patient_id from (%s) c)
            order by p.active desc, p.deceased, p.sort_name, p.number limit %d\
            """;

    /// A term is followed by everything that begins with it.
    private static final String LAST = "\uffff";

    private final Session session;
    private final Rarity rarity;

    PatientSearch(Session session, Rarity rarity) {
        this.session = session;
        this.rarity = rarity;
    }

    /// The first `most` people, active ones first, then by name. Of very many only the first few times
    /// as many are compared: whoever types on sees the others.
    List<Patient> run(List<List<String>> wishes, int most) {
        var ordered = rarestFirst(wishes);
        var parameters = new ArrayList<String>();
        var candidates =
                ordered.getFirst().stream()
                        .map(term -> branch(term, ordered, parameters, most * COMPARED))
                        .collect(Collectors.joining(" union all "));
        // Native as a whole: Hibernate translates its own queries with a list anew each time.
        return query(PEOPLE.formatted(candidates, most), parameters, Patient.class);
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
        return query(sql, parameters, Long.class).getFirst();
    }

    private static String branch(
            String term, List<List<String>> wishes, List<String> parameters, int candidates) {
        var sql =
                new StringBuilder("(select k.patient_id from patient_key k where ")
                        .append(range("k", term, parameters));
        for (var wish : wishes.subList(1, wishes.size())) {
            sql.append(
                    wish.stream()
                            .map(other -> has(other, parameters))
                            .collect(Collectors.joining(" or ", " and (", ")")));
        }
        return sql.append(" order by k.term limit ").append(candidates).append(")").toString();
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

    private <T> List<T> query(String sql, List<String> parameters, Class<T> type) {
        var query = session.createNativeQuery(sql, type).setReadOnly(true);
        for (var i = 0; i < parameters.size(); i++) {
            query.setParameter(i + 1, parameters.get(i));
        }
        return query.list();
    }
}
