package org.clinicdesk.server.pharmacy;

import io.grpc.ServerServiceDefinition;
import java.util.List;
import org.clinicdesk.pharmacy.v1.PharmacyServiceGrpc;
import org.clinicdesk.server.drug.Knowledge;
import org.clinicdesk.server.platform.Check;
import org.clinicdesk.server.platform.Feature;
import org.clinicdesk.server.platform.Platform;
import org.clinicdesk.server.platform.Rpc;
import org.clinicdesk.server.site.Sites;

/// The pharmacy.
public final class PharmacyFeature implements Feature {

    private final Stock stock;
    private final PharmacyApi api;

    public PharmacyFeature(Platform platform, Sites sites, Knowledge knowledge) {
        this.stock = new Stock(platform.db(), platform.clock(), sites, knowledge);
        this.api = new PharmacyApi(platform.db(), stock);
    }

    public Stock stock() {
        return stock;
    }

    @Override
    public List<Class<?>> entities() {
        return List.of(Lot.class, StockMovement.class);
    }

    @Override
    public List<ServerServiceDefinition> services(Rpc rpc) {
        return List.of(rpc.service(PharmacyServiceGrpc.getServiceDescriptor())
                .unary(PharmacyServiceGrpc.getListOpenMethod(), _ -> notYet())
                .unary(PharmacyServiceGrpc.getGetDispensingMethod(), _ -> notYet())
                .unary(PharmacyServiceGrpc.getDispenseMethod(), _ -> notYet())
                .unary(PharmacyServiceGrpc.getListStockMethod(), api::listStock)
                .unary(PharmacyServiceGrpc.getReceiveStockMethod(), api::receiveStock)
                .bind());
    }

    private static <T> T notYet() {
        throw new UnsupportedOperationException();
    }

    @Override
    public List<Check> checks() {
        return List.of(
                Check.audited("lot", "Lot"),
                new Check(
                        "stock is the sum of its movements",
                        """
                        select 'lot ' || cast(l.id as varchar(60)) from lot l
                        where l.on_hand <> (
                          select coalesce(sum(m.quantity), 0) from stock_movement m where m.lot_id = l.id)"""),
                new Check(
                        "no stock is below zero",
                        "select 'lot ' || cast(l.id as varchar(60)) from lot l where l.on_hand < 0"));
    }
}
