package org.clinicdesk.server.platform;

import build.buf.validate.FieldRules;
import build.buf.validate.ValidateProto;

import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Message;
import com.google.rpc.BadRequest;

import java.util.List;

/// What holds for every text of every request, without the contract saying so at each field: no control characters (one
/// database would keep them, the other fails on them), and what is required is not blank.
public final class TextRules {

    private static final String CONTROL = "string.control";

    /// What the contract's own rule says of an empty text: to whoever reads it, a blank one is empty.
    private static final String EMPTY = "string.min_len";

    private TextRules() {}

    /// Adds what is wrong to what was found before.
    static void judge(Message request, BadRequest.Builder violations) {
        judge(request, "", violations);
    }

    private static void judge(Message message, String prefix, BadRequest.Builder violations) {
        message.getAllFields()
                .forEach((field, value) -> {
                    var path = prefix + field.getName();
                    if (value instanceof List<?> items) {
                        for (var i = 0; i < items.size(); i++) {
                            judge(field, items.get(i), path + "[" + i + "]", violations);
                        }
                    } else {
                        judge(field, value, path, violations);
                    }
                });
    }

    private static void judge(
            FieldDescriptor field, Object value, String path, BadRequest.Builder violations) {
        switch (value) {
            case Message inner -> judge(inner, path + ".", violations);
            case String text when text.codePoints().anyMatch(TextRules::control) ->
                    add(path, CONTROL, violations);
            case String text when required(field) && blank(text) -> add(path, EMPTY, violations);
            default -> {}
        }
    }

    /// The text without what no text may have.
    public static String withoutControls(String text) {
        return text.codePoints().anyMatch(TextRules::control)
                ? text.codePoints()
                        .filter(character -> !control(character))
                        .collect(
                                StringBuilder::new,
                                StringBuilder::appendCodePoint,
                                StringBuilder::append)
                        .toString()
                : text;
    }

    private static boolean control(int character) {
        return Character.isISOControl(character)
                && character != '\t'
                && character != '\n'
                && character != '\r';
    }

    /// Nothing to be seen: also spaces that do not break and characters without width.
    private static boolean blank(String text) {
        return text.codePoints()
                .allMatch(character ->
                        Character.isWhitespace(character)
                                || Character.isSpaceChar(character)
                                || Character.getType(character) == Character.FORMAT);
    }

    private static boolean required(FieldDescriptor field) {
        FieldRules rules = field.getOptions().getExtension(ValidateProto.field);
        var text = field.isRepeated() ? rules.getRepeated().getItems() : rules;
        return text.getString().getMinLen() > 0;
    }

    private static void add(String path, String rule, BadRequest.Builder violations) {
        var known =
                violations.getFieldViolationsList().stream()
                        .anyMatch(violation ->
                                violation.getField().equals(path)
                                        && violation.getReason().equals(rule));
        if (!known) {
            violations.addFieldViolationsBuilder().setField(path).setReason(rule);
        }
    }
}
