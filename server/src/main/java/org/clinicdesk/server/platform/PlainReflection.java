package org.clinicdesk.server.platform;

import org.hibernate.boot.registry.StandardServiceRegistryBuilder;
import org.hibernate.bytecode.internal.none.BytecodeProviderImpl;
import org.hibernate.bytecode.spi.BytecodeProvider;
import org.hibernate.service.spi.ServiceContributor;

/// Lets Hibernate reach the fields of entities by reflection instead of by classes that it writes at every start: those
/// took a fifth of the start, and no start-up cache can keep them. The price is that there are no proxies: an association
/// to one entity is not lazy.
public final class PlainReflection implements ServiceContributor {

    @Override
    public void contribute(StandardServiceRegistryBuilder registry) {
        registry.addService(BytecodeProvider.class, new BytecodeProviderImpl());
    }
}
