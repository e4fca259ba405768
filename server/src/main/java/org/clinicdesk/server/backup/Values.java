package org.clinicdesk.server.backup;

import org.jspecify.annotations.Nullable;

import java.math.BigDecimal;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.UUID;

/// Values of columns as texts that both databases read back exactly.
final class Values {

    private Values() {}

    /// The text of a value; null for NULL.
    static @Nullable String read(ResultSet rows, int index, int type) throws SQLException {
        return switch (type) {
            case Types.TIMESTAMP_WITH_TIMEZONE, Types.TIMESTAMP -> {
                var at = rows.getObject(index, OffsetDateTime.class);
                yield at == null ? null : at.withOffsetSameInstant(ZoneOffset.UTC).toString();
            }
            case Types.DATE -> text(rows.getObject(index, LocalDate.class));
            case Types.TIME -> text(rows.getObject(index, LocalTime.class));
            case Types.BINARY, Types.VARBINARY, Types.LONGVARBINARY, Types.BLOB -> {
                var bytes = rows.getBytes(index);
                // H2 describes a uuid as binary.
                yield bytes == null ? null : uuidOrBase64(rows, index, bytes);
            }
            case Types.BOOLEAN, Types.BIT -> text(rows.getObject(index, Boolean.class));
            // As a string, one database says "120" and the other "120.0".
            case Types.DOUBLE, Types.FLOAT, Types.REAL -> text(rows.getObject(index, Double.class));
            default -> rows.getString(index);
        };
    }

    private static String uuidOrBase64(ResultSet rows, int index, byte[] bytes)
            throws SQLException {
        return rows.getObject(index) instanceof UUID id
                ? id.toString()
                : Base64.getEncoder().encodeToString(bytes);
    }

    private static @Nullable String text(@Nullable Object value) {
        return value == null ? null : value.toString();
    }

    /// Sets what [#read] told, for a column of the target.
    static void write(
            PreparedStatement insert,
            int index,
            Tables.Column column,
            @Nullable String text,
            boolean uuid)
            throws SQLException {
        if (text == null) {
            insert.setObject(index, null);
        } else if (uuid) {
            insert.setObject(index, UUID.fromString(text));
        } else {
            switch (column.type()) {
                case Types.TIMESTAMP_WITH_TIMEZONE, Types.TIMESTAMP ->
                        insert.setObject(index, OffsetDateTime.parse(text));
                case Types.DATE -> insert.setObject(index, LocalDate.parse(text));
                case Types.TIME -> insert.setObject(index, LocalTime.parse(text));
                case Types.BINARY, Types.VARBINARY, Types.LONGVARBINARY, Types.BLOB ->
                        insert.setBytes(index, Base64.getDecoder().decode(text));
                case Types.BIGINT, Types.INTEGER, Types.SMALLINT ->
                        insert.setLong(index, Long.parseLong(text));
                case Types.DOUBLE, Types.FLOAT, Types.REAL ->
                        insert.setDouble(index, Double.parseDouble(text));
                case Types.NUMERIC, Types.DECIMAL ->
                        insert.setBigDecimal(index, new BigDecimal(text));
                case Types.BOOLEAN, Types.BIT ->
                        insert.setBoolean(index, Boolean.parseBoolean(text));
                default -> insert.setString(index, text);
            }
        }
    }
}
