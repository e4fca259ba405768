-- The time of this very moment, as PostgreSQL calls it: current_timestamp stands still while a transaction waits.
create alias clock_timestamp for "java.time.OffsetDateTime.now()";
