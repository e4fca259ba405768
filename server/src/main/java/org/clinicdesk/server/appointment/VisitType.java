package org.clinicdesk.server.appointment;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.Version;

import org.clinicdesk.server.platform.Watched;
import org.clinicdesk.server.roster.Span;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/// How visits of a service look, what they need and cost. A service may be without one.
@Entity
public class VisitType implements Watched {

    static final Duration LONGEST_BUFFER = Duration.ofHours(2);

    @Id private UUID serviceId;

    @Version private long version;

    private String colour;
    private String preparation;
    private long priceMinor;
    private String currency;
    private int bufferBeforeMinutes;
    private int bufferAfterMinutes;

    @ElementCollection(fetch = FetchType.EAGER)
    @CollectionTable(name = "visit_type_need", joinColumns = @JoinColumn(name = "service_id"))
    @OrderColumn(name = "number")
    private List<Need> needs = new ArrayList<>();

    /// Any room or piece of equipment of a kind.
    @Embeddable
    public record Need(@Enumerated(EnumType.STRING) ResourceKind kind, @Column String type) {}

    /// What can be said of one.
    ///
    /// @param colour "#2E7D32" or empty
    /// @param priceMinor in the smallest unit of the currency, which is empty when no price is set
    public record Details(
            String colour,
            String preparation,
            long priceMinor,
            String currency,
            Duration before,
            Duration after,
            List<Need> needs) {

        /// Those of a service of which nothing is said.
        static final Details NONE =
                new Details("", "", 0, "", Duration.ZERO, Duration.ZERO, List.of());
    }

    @SuppressWarnings("NullAway.Init")
    protected VisitType() {}

    public VisitType(UUID serviceId, Details details) {
        this.serviceId = serviceId;
        this.colour = details.colour;
        this.preparation = details.preparation;
        this.currency = details.currency;
        set(details);
    }

    final void set(Details details) {
        colour = details.colour;
        preparation = details.preparation;
        priceMinor = details.priceMinor;
        currency = details.currency;
        bufferBeforeMinutes = (int) details.before.toMinutes();
        bufferAfterMinutes = (int) details.after.toMinutes();
        needs.clear();
        needs.addAll(details.needs);
    }

    Details details() {
        return new Details(
                colour,
                preparation,
                priceMinor,
                currency,
                Duration.ofMinutes(bufferBeforeMinutes),
                Duration.ofMinutes(bufferAfterMinutes),
                List.copyOf(needs));
    }

    /// How long the doctor is busy for a visit at this time.
    Span withBuffers(Span visit) {
        return new Span(
                visit.start().minus(Duration.ofMinutes(bufferBeforeMinutes)),
                visit.end().plus(Duration.ofMinutes(bufferAfterMinutes)));
    }

    List<Need> needs() {
        return needs;
    }

    @Override
    public UUID id() {
        return serviceId;
    }

    @Override
    public long version() {
        return version;
    }

    @Override
    public Collection<String> topics() {
        return List.of(Resources.TOPIC);
    }
}
