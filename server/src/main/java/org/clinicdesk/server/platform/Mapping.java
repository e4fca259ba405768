package org.clinicdesk.server.platform;

import org.hibernate.SessionFactory;
import org.hibernate.boot.model.naming.PhysicalNamingStrategySnakeCaseImpl;
import org.hibernate.engine.spi.SessionFactoryImplementor;
import org.hibernate.event.service.spi.EventListenerRegistry;
import org.hibernate.event.spi.EventType;
import org.hibernate.event.spi.PostInsertEvent;
import org.hibernate.event.spi.PostInsertEventListener;
import org.hibernate.event.spi.PostUpdateEvent;
import org.hibernate.event.spi.PostUpdateEventListener;
import org.hibernate.jpa.HibernatePersistenceConfiguration;
import org.hibernate.persister.entity.EntityPersister;

import java.util.Collection;
import java.util.function.Consumer;

import javax.sql.DataSource;

/// Maps entities to tables that Flyway made; the tables are validated, never changed.
final class Mapping {

    private Mapping() {}

    static SessionFactory build(
            DataSource pool, Collection<Class<?>> entities, Consumer<Object> changed) {
        var factory =
                new HibernatePersistenceConfiguration("clinic")
                        .managedClasses(entities)
                        .property("hibernate.connection.datasource", pool)
                        .property("hibernate.connection.provider_disables_autocommit", true)
                        .property("hibernate.hbm2ddl.auto", "validate")
                        .property(
                                "hibernate.physical_naming_strategy",
                                new PhysicalNamingStrategySnakeCaseImpl())
                        .property("hibernate.jdbc.time_zone", "UTC")
                        .property("hibernate.jdbc.batch_size", 50)
                        .property("hibernate.order_inserts", true)
                        .property("hibernate.order_updates", true)
                        .property("hibernate.type.preferred_enum_jdbc_type", "VARCHAR")
                        .property("hibernate.query.in_clause_parameter_padding", true)
                        .createEntityManagerFactory();
        var listener = new Flushed(changed);
        var registry =
                factory.unwrap(SessionFactoryImplementor.class)
                        .getServiceRegistry()
                        .requireService(EventListenerRegistry.class);
        registry.appendListeners(EventType.POST_INSERT, listener);
        registry.appendListeners(EventType.POST_UPDATE, listener);
        return factory.unwrap(SessionFactory.class);
    }

    /// Hears of rows at flush, inside the transaction: what is rolled back is never told.
    private record Flushed(Consumer<Object> changed)
            implements PostInsertEventListener, PostUpdateEventListener {

        @Override
        public void onPostInsert(PostInsertEvent event) {
            changed.accept(event.getEntity());
        }

        @Override
        public void onPostUpdate(PostUpdateEvent event) {
            changed.accept(event.getEntity());
        }

        @Override
        public boolean requiresPostCommitHandling(EntityPersister persister) {
            return false;
        }
    }
}
