package dev.parlance.command;

import dev.parlance.tenant.Tenant;
import java.io.PrintWriter;

/// What the demo prints: where to look, the token, and one request per vendor call, ready to paste.
record DemoGuide(String address, Tenant tenant, String token) {
    void print(PrintWriter out) {
        out.printf("""

                Pages:  %1$s/docs    (what each API answers)
                Tenant: %2$s  (the vendors' organization, account or tenant id)
                Token:  %3$s

                Paste these into another terminal:

                """, address, tenant.publicId(), token);
        calls(out);
    }

    private void calls(PrintWriter out) {
        call(out, "OpenCX: filter chat sessions", """
                curl -s -X POST %s/chat/sessions/filter \\
                  -H 'Authorization: Bearer %s' -H 'Content-Type: application/json' \\
                  -d '{"filters": {"status": ["open"]}, "sort_by": "last_message_at", "limit": 5}'\
                """);
        call(out, "OpenCX: which conversations used this action", """
                curl -s '%s/resource-usage/action/act_lookup_order/conversations?limit=5' \\
                  -H 'Authorization: Bearer %s'\
                """);
        call(out, "Parrot Mob: conversations", """
                curl -s '%s/api/v2/accounts/me/conversations?status=any_terminal&order_by=updated_at_desc&limit=5' \\
                  -H 'Authorization: Bearer %s'\
                """);
        call(out, "Anyreach: conversations", """
                curl -s '%s/core/conversations?channel=telephone&limit=5' \\
                  -H 'Authorization: Bearer %s'\
                """);
        call(out, "OHallo: conversations", """
                curl -s '%s/api/conversations?q=refund&limit=5' \\
                  -H 'Authorization: Bearer %s'\
                """);
    }

    private void call(PrintWriter out, String title, String request) {
        out.println("# " + title);
        out.println(request.formatted(address, token).stripTrailing());
        out.println();
    }
}
