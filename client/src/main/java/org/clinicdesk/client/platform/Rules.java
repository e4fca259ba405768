package org.clinicdesk.client.platform;

import build.buf.validate.FieldRules;
import build.buf.validate.ValidateProto;

import com.google.protobuf.Descriptors.FieldDescriptor;

import java.util.OptionalLong;
import java.util.regex.Pattern;

/// What the contract says about a field, as far as a form shows it before anything is wrong.
public record Rules(FieldRules rules) {

    public static Rules of(FieldDescriptor field) {
        return new Rules(field.getOptions().getExtension(ValidateProto.field));
    }

    public boolean required() {
        return rules.getRequired()
                || rules.getString().getMinLen() > 0
                || rules.getString().hasPattern()
                        && !Pattern.matches(rules.getString().getPattern(), "")
                || rules.getRepeated().getMinItems() > 0
                || rules.getInt32().getGt() > 0
                || rules.getInt32().getGte() > 0
                || rules.getInt32().getNotInList().contains(0);
    }

    /// The longest text, in characters.
    public OptionalLong maxLength() {
        return rules.getString().hasMaxLen()
                ? OptionalLong.of(rules.getString().getMaxLen())
                : OptionalLong.empty();
    }
}
