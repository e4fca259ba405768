package org.clinicdesk.server;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ExtendWith;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// A test against a real server with the sample clinic: real TLS, the whole pipeline, a fresh database for each class.
/// The build runs it twice, on H2 and on PostgreSQL.
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Tag("database")
@ExtendWith(ServerExtension.class)
public @interface OnServer {}
