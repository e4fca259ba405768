package org.clinicdesk.server.patient;

import org.hibernate.Session;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;

/// Finds people by terms. The longest wish drives, since it is the rarest in practice; the others are looked up for each
/// person it yields, by primary key.
final class PatientSearch {

    private PatientSearch() {}

    static List<Patient> run(Session session, List<List<String>> wishes, int most) {
        var ordered =
                wishes.stream()
                        .sorted(
                                Comparator.comparingInt(
                                        (List<String> wish) -> -wish.getFirst().length()))
                        .toList();
        var parameters = new ArrayList<String>();
        var sql = new StringBuilder("select distinct k.patient_id from patient_key k where ");
        sql.append(ranges("k", ordered.getFirst(), parameters));
        for (var wish : ordered.subList(1, ordered.size())) {
            sql.append(
                            " and exists (select 1 from patient_key o where o.patient_id ="
                                    + " k.patient_id and ")
                    .append(ranges("o", wish, parameters))
                    .append(")");
        }
        var query =
                session.createNativeQuery(
                        sql.append(" limit ").append(most).toString(), UUID.class);
        for (var i = 0; i < parameters.size(); i++) {
            query.setParameter(i + 1, parameters.get(i));
        }
        var ids = query.list();
        return session.byMultipleIds(Patient.class).multiLoad(ids);
    }

    /// `term` starts with one of the wish's: as a range, which both databases read from the index.
    private static String ranges(String alias, List<String> wish, List<String> parameters) {
        var alternatives = new ArrayList<String>();
        for (var term : wish) {
            parameters.add(term);
            parameters.add(term + "\uffff");
            alternatives.add("(" + alias + ".term >= ? and " + alias + ".term < ?)");
        }
        return "(" + String.join(" or ", alternatives) + ")";
    }
}
