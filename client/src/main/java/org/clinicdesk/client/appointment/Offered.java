package org.clinicdesk.client.appointment;

import org.clinicdesk.appointment.v1.GetDayResponse;
import org.clinicdesk.appointment.v1.Resource;
import org.clinicdesk.appointment.v1.ResourceKind;
import org.clinicdesk.appointment.v1.VisitType;
import org.clinicdesk.appointment.v1.VisitType.Need;

import java.math.BigDecimal;
import java.text.NumberFormat;
import java.util.Collection;
import java.util.Comparator;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/// What can be booked at a site beside people's time: what visits of each service need, cost and ask of the person, and
/// the rooms and the equipment there are.
record Offered(List<VisitType> types, List<Resource> resources) {

    static final Offered NOTHING = new Offered(List.of(), List.of());

    Offered {
        types = List.copyOf(types);
        resources = List.copyOf(resources);
    }

    static Offered of(GetDayResponse answer) {
        return new Offered(answer.getVisitTypesList(), answer.getResourcesList());
    }

    /// What is said of a service; empty when nothing is.
    Optional<VisitType> type(String serviceId) {
        return types.stream().filter(type -> type.getServiceId().equals(serviceId)).findFirst();
    }

    /// What the person is told to do before; empty for nothing.
    String preparation(String serviceId) {
        return type(serviceId).map(VisitType::getPreparation).orElse("");
    }

    /// `350.000 VND`; empty when no price is set.
    String price(String serviceId, Locale locale) {
        return type(serviceId)
                .filter(type -> !type.getCurrency().isEmpty())
                .map(type -> price(type, locale))
                .orElse("");
    }

    private static String price(VisitType type, Locale locale) {
        var amount = BigDecimal.valueOf(type.getPriceMinor(), decimals(type.getCurrency()));
        var format = NumberFormat.getNumberInstance(locale);
        format.setMinimumFractionDigits(amount.scale());
        return format.format(amount) + "\u00a0" + type.getCurrency();
    }

    private static int decimals(String currency) {
        try {
            return Math.max(0, Currency.getInstance(currency).getDefaultFractionDigits());
        } catch (IllegalArgumentException _) {
            return 2;
        }
    }

    /// What a visit of a service takes beside its doctors, by kind; empty for nothing.
    String needs(String serviceId) {
        return type(serviceId).stream()
                .flatMap(type -> type.getNeedsList().stream())
                .map(Need::getType)
                .collect(Collectors.joining(", "));
    }

    /// Rooms and equipment by name.
    String names(Collection<String> ids) {
        return resources.stream()
                .filter(resource -> ids.contains(resource.getId()))
                .map(Resource::getName)
                .collect(Collectors.joining(", "));
    }

    /// The equipment that can be asked for by name.
    List<Resource> equipment() {
        return resources.stream()
                .filter(resource ->
                        resource.getActive()
                                && resource.getKind() == ResourceKind.RESOURCE_KIND_EQUIPMENT)
                .sorted(Comparator.comparing(Resource::getName))
                .toList();
    }

    boolean isEquipment(String id) {
        return resources.stream()
                .anyMatch(resource ->
                        resource.getId().equals(id)
                                && resource.getKind() == ResourceKind.RESOURCE_KIND_EQUIPMENT);
    }

    boolean isRoom(String id) {
        return resources.stream()
                .anyMatch(resource ->
                        resource.getId().equals(id)
                                && resource.getKind() == ResourceKind.RESOURCE_KIND_ROOM);
    }

    /// The kinds of rooms and equipment that can be asked for, by name.
    List<Need> kinds() {
        return resources.stream()
                .filter(resource -> resource.getActive() && !resource.getType().isEmpty())
                .map(resource ->
                        Need.newBuilder()
                                .setKind(resource.getKind())
                                .setType(resource.getType())
                                .build())
                .distinct()
                .sorted(Comparator.comparing(Need::getType))
                .toList();
    }
}
