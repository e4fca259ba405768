package org.clinicdesk.server.prescription;

import com.google.protobuf.InvalidProtocolBufferException;

import org.clinicdesk.prescription.v1.ListOrderSetsRequest;
import org.clinicdesk.prescription.v1.ListOrderSetsResponse;
import org.clinicdesk.prescription.v1.OrderLine;
import org.clinicdesk.prescription.v1.OrderSetItem;
import org.clinicdesk.prescription.v1.SaveOrderSetRequest;
import org.clinicdesk.prescription.v1.SaveOrderSetResponse;
import org.clinicdesk.prescription.v1.SaveProtocolRequest;
import org.clinicdesk.prescription.v1.SaveProtocolResponse;
import org.clinicdesk.prescription.v1.StrikeOrderSetRequest;
import org.clinicdesk.prescription.v1.StrikeOrderSetResponse;
import org.clinicdesk.prescription.v1.StrikeProtocolRequest;
import org.clinicdesk.prescription.v1.StrikeProtocolResponse;
import org.clinicdesk.server.drug.Knowledge;
import org.clinicdesk.server.platform.Call;
import org.clinicdesk.server.platform.Db;
import org.clinicdesk.server.platform.Ids;
import org.clinicdesk.server.platform.Problem.Invalid;
import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;

/// What of PrescriptionService keeps favourites and protocols. Their lines are judged like those of a prescription, so
/// that no set holds what could not be signed; what a person must not get is found when they are used.
final class OrderSetApi {

    private final Db db;
    private final OrderSets sets;
    private final Medicines medicines;
    private final PrescriptionChecks checks;
    private final Supplier<Knowledge> knowledge;

    OrderSetApi(Db db, OrderSets sets, Supplier<Knowledge> knowledge, PrescriptionChecks checks) {
        this.db = db;
        this.sets = sets;
        this.medicines = new Medicines(knowledge);
        this.checks = checks;
        this.knowledge = knowledge;
    }

    ListOrderSetsResponse list(ListOrderSetsRequest request) {
        var answer = ListOrderSetsResponse.newBuilder();
        sets.of(caller()).forEach(set -> answer.addSets(proto(set)));
        return answer.build();
    }

    SaveOrderSetResponse save(SaveOrderSetRequest request) {
        var set =
                save(
                        caller(),
                        request.getId(),
                        request.getVersion(),
                        request.getName(),
                        request.getItemsList());
        return SaveOrderSetResponse.newBuilder().setSet(proto(set)).build();
    }

    SaveProtocolResponse saveProtocol(SaveProtocolRequest request) {
        var set =
                save(
                        null,
                        request.getId(),
                        request.getVersion(),
                        request.getName(),
                        request.getItemsList());
        return SaveProtocolResponse.newBuilder().setSet(proto(set)).build();
    }

    StrikeOrderSetResponse strike(StrikeOrderSetRequest request) {
        var set = sets.get(Ids.of(request.getId()), request.getVersion(), caller());
        sets.strike(set, caller());
        return StrikeOrderSetResponse.getDefaultInstance();
    }

    StrikeProtocolResponse strikeProtocol(StrikeProtocolRequest request) {
        var set = sets.get(Ids.of(request.getId()), request.getVersion(), null);
        sets.strike(set, caller());
        return StrikeProtocolResponse.getDefaultInstance();
    }

    private OrderSet save(
            @Nullable UUID owner, String id, long version, String name, List<OrderSetItem> items) {
        for (int i = 0; i < items.size(); i++) {
            judge(items.get(i).getOrder(), "items[" + i + "].order");
        }
        var lines =
                org.clinicdesk.prescription.v1.OrderSet.newBuilder()
                        .addAllItems(items)
                        .build()
                        .toByteArray();
        var set =
                id.isEmpty()
                        ? sets.add(owner, name.strip(), lines)
                        : sets.get(Ids.of(id), version, owner);
        set.set(name.strip(), lines);
        db.session().flush();
        return set;
    }

    private void judge(OrderLine line, String field) {
        if (!line.getReplaces().isEmpty()) {
            throw new Invalid(field + ".replaces", "order_set.of_a_person");
        }
        if (!line.getDosage().getUntil().isEmpty()) {
            throw new Invalid(field + ".dosage.until", "order_set.of_a_day");
        }
        var counted = DosageProtos.counted(List.of(line)).getFirst();
        var ignored =
                medicines.sound(
                        DosageProtos.ordered(
                                counted,
                                medicines.pack(counted.getMedicineId()),
                                field,
                                checks.today()),
                        field);
    }

    private org.clinicdesk.prescription.v1.OrderSet proto(OrderSet set) {
        try {
            var kept = org.clinicdesk.prescription.v1.OrderSet.parseFrom(set.content()).toBuilder();
            var words = knowledge.get().spoken(Call.current().locale());
            kept.getItemsBuilderList()
                    .forEach(item -> DosageProtos.say(item.getOrderBuilder(), words));
            return kept.setId(set.id().toString())
                    .setVersion(set.version())
                    .setName(set.name())
                    .setClinic(set.clinic())
                    .build();
        } catch (InvalidProtocolBufferException e) {
            throw new IllegalStateException("a set that nobody wrote", e);
        }
    }

    private static UUID caller() {
        return Call.current().caller().staffId();
    }
}
