package org.clinicdesk.server.sample;

import org.clinicdesk.server.Server;

import java.time.LocalDate;
import java.util.List;

/// The shelf of the sample clinic's pharmacy.
final class SampleStock {

    /// A lot, by how many days from today it expires.
    private record Somewhat(String product, String lotNumber, int expiresIn, int quantity) {}

    private static final List<Somewhat> SHELF =
            List.of(
                    // Two lots: the second in the list is to be used first.
                    new Somewhat("amoxicillin-500-mg-capsule", "AMX-2411", 540, 400),
                    new Somewhat("amoxicillin-500-mg-capsule", "AMX-2302", 45, 60),
                    new Somewhat("amoxicillin-50-mg-ml-oral-suspension", "AMS-118", 300, 30),
                    // All that is left of it has expired.
                    new Somewhat("cefuroxime-500-mg-tablet", "CFU-0907", -12, 80),
                    new Somewhat(
                            "acetylsalicylic-acid-100-mg-gastro-resistant-tablet",
                            "ASA-5521",
                            600,
                            500),
                    new Somewhat("amlodipine-5-mg-tablet", "AML-3307", 480, 600),
                    new Somewhat("atorvastatin-20-mg-tablet", "ATV-1290", 510, 450),
                    new Somewhat("azithromycin-500-mg-tablet", "AZI-7714", 365, 90),
                    new Somewhat("bisoprolol-5-mg-tablet", "BIS-0441", 420, 300),
                    new Somewhat("cetirizine-10-mg-tablet", "CET-8830", 700, 250),
                    new Somewhat("ciprofloxacin-500-mg-tablet", "CIP-2016", 330, 120),
                    new Somewhat("clarithromycin-500-mg-tablet", "CLA-6105", 390, 84),
                    new Somewhat("diclofenac-50-mg-gastro-resistant-tablet", "DIC-4472", 450, 200),
                    new Somewhat("enalapril-10-mg-tablet", "ENA-1180", 520, 360),
                    new Somewhat("furosemide-40-mg-tablet", "FUR-9023", 610, 240),
                    new Somewhat("ibuprofen-400-mg-tablet", "IBU-3318", 640, 500),
                    new Somewhat("levothyroxine-50-mcg-tablet", "LEV-7741", 280, 300),
                    new Somewhat("losartan-50-mg-tablet", "LOS-5562", 560, 420),
                    new Somewhat("metformin-500-mg-tablet", "MET-2093", 580, 900),
                    new Somewhat("metformin-850-mg-tablet", "MET-2155", 570, 600),
                    new Somewhat("omeprazole-20-mg-capsule", "OME-6630", 400, 350),
                    new Somewhat("paracetamol-500-mg-tablet", "PAR-1007", 720, 2_000),
                    new Somewhat("prednisolone-5-mg-tablet", "PRE-3349", 460, 200),
                    new Somewhat("salbutamol-0-1-mg-actuation-inhaler", "SAL-0812", 350, 40),
                    new Somewhat("simvastatin-20-mg-tablet", "SIM-5207", 490, 240),
                    new Somewhat("tramadol-50-mg-capsule", "TRA-9914", 430, 100),
                    new Somewhat("warfarin-5-mg-tablet", "WAR-1175", 370, 150));

    private final Server.Clinic clinic;

    SampleStock(Server.Clinic clinic) {
        this.clinic = clinic;
    }

    void fill() {
        var stock = clinic.features().pharmacy.stock();
        var today = LocalDate.ofInstant(clinic.platform().clock().instant(), SampleClinic.ZONE);
        for (var lot : SHELF) {
            stock.enter(
                    "product:" + lot.product,
                    lot.lotNumber,
                    today.plusDays(lot.expiresIn),
                    lot.quantity);
        }
    }
}
