package org.clinicdesk.client.platform;

import build.buf.protovalidate.ValidatorFactory;
import build.buf.protovalidate.exceptions.ValidationException;

import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Descriptors.FieldDescriptor.JavaType;
import com.google.protobuf.Message;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableMap;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// A message while it is typed: one property for each of its fields, by the name in the contract, and what is wrong with
/// which of them. The rules are those of the contract, checked here before the call and by the server after it.
///
/// Texts are held as typed; what leaves is stripped and composed (NFC), so that a name looks the same to every computer.
/// Lists of texts are typed with commas between.
public final class Draft<M extends Message> {

    private M base;

    /// What the fields without a property hold, and those with one began with.
    private M content;

    private final Map<String, StringProperty> texts = new HashMap<>();
    private final Map<String, BooleanProperty> flags = new HashMap<>();
    private final ObservableMap<String, String> errors = FXCollections.observableHashMap();

    public Draft(M base) {
        this.base = base;
        this.content = base;
    }

    /// A field of text, texts, number or choice; a choice is held by the name of its value.
    public StringProperty text(String field) {
        return texts.computeIfAbsent(
                field,
                name -> {
                    var property = new SimpleStringProperty(read(descriptor(name)));
                    property.addListener(change -> errors.remove(name));
                    return property;
                });
    }

    public BooleanProperty flag(String field) {
        return flags.computeIfAbsent(
                field,
                name -> new SimpleBooleanProperty((Boolean) content.getField(descriptor(name))));
    }

    /// Sets a field that is not typed, such as a list of messages.
    public void put(String field, Object value) {
        @SuppressWarnings("unchecked")
        var next = (M) content.toBuilder().setField(descriptor(field), value).build();
        content = next;
    }

    public FieldDescriptor descriptor(String field) {
        var found = base.getDescriptorForType().findFieldByName(field);
        if (found == null) {
            throw new IllegalArgumentException(
                    base.getDescriptorForType().getName() + " has no field " + field);
        }
        return found;
    }

    /// What is wrong with which field: the rule broken.
    public ObservableMap<String, String> errors() {
        return errors;
    }

    /// What it was before anybody typed.
    public M base() {
        return base;
    }

    /// Starts over from a message.
    public void load(M message) {
        load(message, message);
        errors.clear();
    }

    /// Holds one message as typed over another: after a merge with what somebody else saved. What is wrong with a field
    /// stays said until the field changes.
    public void load(M before, M typed) {
        base = before;
        content = typed;
        texts.forEach((name, property) -> property.set(read(descriptor(name))));
        flags.forEach(
                (name, property) -> property.set((Boolean) content.getField(descriptor(name))));
    }

    public boolean dirty() {
        return !build().equals(base);
    }

    /// The message as typed. Text that is no number where one belongs leaves the field empty; [#check] tells.
    @SuppressWarnings("unchecked")
    public M build() {
        var builder = content.toBuilder();
        texts.forEach((name, property) -> write(builder, descriptor(name), property.get()));
        flags.forEach((name, property) -> builder.setField(descriptor(name), property.get()));
        return (M) builder.build();
    }

    /// Checks the rules of the contract and remembers what is wrong.
    ///
    /// @return whether nothing is
    public boolean check() {
        return check(List.of());
    }

    /// Checks some fields only: those of a step. No names means all.
    public boolean check(List<String> fields) {
        errors.clear();
        violations()
                .forEach((name, rule) -> {
                    if (fields.isEmpty() || fields.contains(name)) {
                        errors.put(name, rule);
                    }
                });
        return errors.isEmpty();
    }

    /// Puts what the server did not take to its fields.
    ///
    /// @return whether every part of it found a field of this draft
    public boolean place(Problem problem) {
        var all = !problem.fields().isEmpty();
        for (var field : problem.fields()) {
            if (base.getDescriptorForType().findFieldByName(field.name()) == null) {
                all = false;
            } else {
                errors.put(field.name(), field.rule());
            }
        }
        return all;
    }

    private Map<String, String> violations() {
        var found = new HashMap<String, String>();
        try {
            for (var violation : Validation.VALIDATOR.validate(build()).getViolations()) {
                var proto = violation.toProto();
                found.put(proto.getField().getElements(0).getFieldName(), proto.getRuleId());
            }
        } catch (ValidationException e) {
            throw new IllegalStateException("The rules of the contract cannot be read", e);
        }
        texts.forEach((name, property) -> {
            if (!isNumber(descriptor(name), property.get())) {
                found.put(name, "number");
            }
        });
        return found;
    }

    private String read(FieldDescriptor field) {
        if (field.isRepeated()) {
            return String.join(
                    ", ",
                    ((List<?>) content.getField(field)).stream().map(Object::toString).toList());
        }
        return switch (field.getJavaType()) {
            case STRING -> (String) content.getField(field);
            case ENUM -> content.getField(field).toString();
            case INT, LONG -> {
                var number = ((Number) content.getField(field)).longValue();
                yield number == 0 ? "" : Long.toString(number);
            }
            default ->
                    throw new IllegalArgumentException("Not typed as text: " + field.getFullName());
        };
    }

    private static void write(Message.Builder builder, FieldDescriptor field, String typed) {
        var clean = Normalizer.normalize(typed == null ? "" : typed, Normalizer.Form.NFC).strip();
        if (field.isRepeated()) {
            builder.setField(
                    field,
                    Arrays.stream(clean.split(","))
                            .map(String::strip)
                            .filter(part -> !part.isEmpty())
                            .toList());
            return;
        }
        switch (field.getJavaType()) {
            case STRING -> builder.setField(field, clean);
            case ENUM -> {
                var value = field.getEnumType().findValueByName(clean);
                builder.setField(field, value == null ? field.getDefaultValue() : value);
            }
            case INT, LONG -> {
                var number = clean.isEmpty() || !isNumber(field, clean) ? 0 : Long.parseLong(clean);
                if (field.getJavaType() == JavaType.INT) {
                    builder.setField(field, (int) number);
                } else {
                    builder.setField(field, number);
                }
            }
            default ->
                    throw new IllegalArgumentException("Not typed as text: " + field.getFullName());
        }
    }

    private static boolean isNumber(FieldDescriptor field, String typed) {
        if (field.isRepeated()
                || field.getJavaType() != JavaType.INT && field.getJavaType() != JavaType.LONG) {
            return true;
        }
        try {
            if (!typed.isBlank()) {
                var number = Long.parseLong(typed.strip());
                return field.getJavaType() == JavaType.LONG || number == (int) number;
            }
            return true;
        } catch (NumberFormatException e) {
            return false;
        }
    }

    /// Built at the first use: reading the rules takes a while.
    private static final class Validation {
        private static final build.buf.protovalidate.Validator VALIDATOR =
                ValidatorFactory.newBuilder().build();
    }
}
