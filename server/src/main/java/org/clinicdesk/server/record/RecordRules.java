package org.clinicdesk.server.record;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;

import org.clinicdesk.server.platform.Watched;

import java.time.ZonedDateTime;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/// What holds for all records: one row.
@Entity
public class RecordRules implements Watched {

    static final short ONLY = 1;

    @Id private short id;

    @Version private long version;

    private short askAllergiesAfterMonths;

    protected RecordRules() {}

    void set(int months) {
        this.askAllergiesAfterMonths = (short) months;
    }

    /// 0: nobody is asked again.
    int askAllergiesAfterMonths() {
        return askAllergiesAfterMonths;
    }

    /// Whether a person is to be asked about his allergies.
    ///
    /// @param now in the zone of the clinic: months are counted on its calendar
    boolean due(Chart chart, ZonedDateTime now) {
        return chart.allergyState() == AllergyState.NEVER_ASKED
                || chart.allergyState() == AllergyState.NONE_LEFT
                || askAllergiesAfterMonths > 0
                        && chart.allergiesConfirmedAt()
                                .filter(at ->
                                        at.isBefore(
                                                now.minusMonths(askAllergiesAfterMonths)
                                                        .toInstant()))
                                .isPresent();
    }

    /// The audit trail knows it by this.
    @Override
    public UUID id() {
        return new UUID(0, id);
    }

    @Override
    public long version() {
        return version;
    }

    @Override
    public Collection<String> topics() {
        return List.of("record-rules");
    }
}
