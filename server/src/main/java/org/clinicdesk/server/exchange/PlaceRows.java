package org.clinicdesk.server.exchange;

import org.clinicdesk.server.platform.Ids;
import org.clinicdesk.server.site.Site;
import org.hibernate.StatelessSession;
import org.hl7.fhir.r4.model.Address;
import org.hl7.fhir.r4.model.Location;
import org.hl7.fhir.r4.model.Organization;
import org.jspecify.annotations.Nullable;

import java.util.Optional;
import java.util.UUID;

/// Sites, as FHIR tells of organizations and locations. A location of an organization is the same site.
final class PlaceRows {

    private final StatelessSession session;
    private final Links links;
    private final FhirMapping mapping;

    PlaceRows(StatelessSession session, Links links, FhirMapping mapping) {
        this.session = session;
        this.links = links;
        this.mapping = mapping;
    }

    Outcome take(Arrival arrival, Organization organization) {
        return take(arrival, organization.getName(), organization.getAddressFirstRep());
    }

    Outcome take(Arrival arrival, Location location) {
        var organization = location.getManagingOrganization();
        if (arrival.earlier() == null
                && (organization.hasReference() || organization.hasIdentifier())) {
            var key = arrival.target("Organization", organization);
            link(arrival, links.resolve(key));
            return Outcome.LINKED;
        }
        return take(arrival, location.getName(), location.getAddress());
    }

    private Outcome take(Arrival arrival, @Nullable String told, Address where) {
        var name = FhirText.fit(told, 160);
        if (name.isEmpty()) {
            throw new NotTaken(Why.NO_NAME);
        }
        var address = FhirText.fit(FhirPerson.address(where), 300);
        var known = Optional.ofNullable(arrival.earlier()).or(() -> find(name, address));
        if (known.isPresent()) {
            link(arrival, known.get());
            return Outcome.LINKED;
        }
        var site = new Site(Ids.next(mapping.clock()), name, address);
        session.insert(site);
        link(arrival, site.id());
        return Outcome.STORED;
    }

    private Optional<UUID> find(String name, String address) {
        return session.createSelectionQuery(
                        "select id from Site where name = :name and address = :address order by id",
                        UUID.class)
                .setParameter("name", name)
                .setParameter("address", address)
                .setMaxResults(1)
                .uniqueResultOptional();
    }

    private void link(Arrival arrival, UUID id) {
        links.add(arrival.key(), id, arrival.digest());
        arrival.entry().identifiers().forEach(key -> links.alias(key, id));
    }
}
