package org.clinicdesk.client.audit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.importer.ClassFileImporter;

import io.grpc.ServiceDescriptor;

import org.clinicdesk.client.platform.Settings;
import org.clinicdesk.client.platform.Texts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.stream.Stream;

/// Whatever can be called can stand in the trail, so it has words.
class ActionTextsTest {

    private static final List<String> METHODS = methods();

    @TempDir private Path folder;

    static Stream<Locale> languages() {
        return Texts.LANGUAGES.stream();
    }

    @ParameterizedTest
    @MethodSource("languages")
    void everyMethodHasWords(Locale language) {
        var before = Locale.getDefault();
        var settings = Settings.in(folder);
        settings.language(language);
        var texts = new Texts(settings);
        var missing = new TreeSet<String>();
        METHODS.stream().map(Trail::key).filter(key -> !texts.has(key)).forEach(missing::add);
        Locale.setDefault(before);
        assertEquals(new TreeSet<>(), missing);
    }

    @Test
    void theMethodsAreFound() {
        assertTrue(
                METHODS.containsAll(
                        List.of(
                                "clinicdesk.patient.v1.PatientService/GetPatient",
                                "clinicdesk.pharmacy.v1.PharmacyService/Dispense")));
    }

    private static List<String> methods() {
        return new ClassFileImporter()
                        .withImportOption(location -> location.contains("Grpc.class"))
                        .importPackages("org.clinicdesk")
                        .stream()
                        .filter(type -> type.getSimpleName().endsWith("Grpc"))
                        .map(type -> service(type.reflect()))
                        .flatMap(service -> service.getMethods().stream())
                        .map(method -> method.getFullMethodName())
                        .toList();
    }

    private static ServiceDescriptor service(Class<?> type) {
        try {
            return (ServiceDescriptor) type.getMethod("getServiceDescriptor").invoke(null);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }
}
