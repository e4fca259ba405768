package org.clinicdesk.server.pharmacy;

import java.time.DateTimeException;
import java.time.LocalDate;
import org.clinicdesk.pharmacy.v1.ListStockRequest;
import org.clinicdesk.pharmacy.v1.ListStockResponse;
import org.clinicdesk.pharmacy.v1.ReceiveStockRequest;
import org.clinicdesk.pharmacy.v1.ReceiveStockResponse;
import org.clinicdesk.server.platform.Db;
import org.clinicdesk.server.platform.Problem.Invalid;

/// PharmacyService of the contract.
final class PharmacyApi {

    private final Db db;
    private final Stock stock;

    PharmacyApi(Db db, Stock stock) {
        this.db = db;
        this.stock = stock;
    }

    ListStockResponse listStock(ListStockRequest request) {
        var answer = ListStockResponse.newBuilder();
        stock.search(request.getText()).forEach(lot -> answer.addLots(proto(lot)));
        return answer.build();
    }

    ReceiveStockResponse receiveStock(ReceiveStockRequest request) {
        var number = request.getLotNumber().strip();
        if (number.isEmpty()) {
            throw new Invalid("lot_number", "string.min_len");
        }
        var expires = date(request.getExpiresOn());
        var lot = stock.receive(request.getProductId(), number, expires, request.getQuantity());
        db.session().flush();
        return ReceiveStockResponse.newBuilder().setLot(proto(lot)).build();
    }

    private static LocalDate date(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException _) {
            throw new Invalid("expires_on", "date.none");
        }
    }

    private static org.clinicdesk.pharmacy.v1.Lot proto(Lot lot) {
        return org.clinicdesk.pharmacy.v1.Lot.newBuilder()
                .setId(lot.id().toString())
                .setVersion(lot.version())
                .setProductId(lot.productId())
                .setProductName(lot.productName())
                .setLotNumber(lot.lotNumber())
                .setExpiresOn(lot.expiresOn().toString())
                .setOnHand(lot.onHand())
                .build();
    }
}
