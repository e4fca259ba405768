package org.clinicdesk.client.patient;

import org.clinicdesk.client.kit.Form;
import org.clinicdesk.patient.v1.Person;

import java.util.List;

/// The fields of a person, as registration asks for them step by step and the record shows them all.
final class PersonFields {

    /// Those the clinic speaks and prints in.
    private static final List<String> LANGUAGES = List.of("vi", "en", "es");

    private PersonFields() {}

    /// What somebody says who calls for the first time.
    static void brief(Form<Person> form) {
        form.text("family")
                .text("given")
                .together(2)
                .date("birth_date")
                .choice("gender")
                .together(2)
                .text("phones");
    }

    static void name(Form<Person> form) {
        form.text("family").text("given").together(2).flag("family_first");
    }

    static void birth(Form<Person> form) {
        form.date("birth_date")
                .choice("gender")
                .together(2)
                .flag("birth_date_estimated")
                .text("national_id");
    }

    static void contact(Form<Person> form) {
        form.text("phones")
                .text("email")
                .together(2)
                .text("address")
                .choice("language", LANGUAGES)
                .area("note", 3);
    }
}
