package dev.parlance.tenant;

import dev.parlance.conversation.TenantId;
import java.util.UUID;

/// Who owns data. `publicId` is what vendors call the organization, account or tenant id.
public record Tenant(TenantId id, UUID publicId, String name) {}
