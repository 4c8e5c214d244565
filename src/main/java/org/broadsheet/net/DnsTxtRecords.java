package org.broadsheet.net;

import java.util.ArrayList;
import java.util.Hashtable;
import java.util.List;
import javax.naming.Context;
import javax.naming.NameNotFoundException;
import javax.naming.NamingEnumeration;
import javax.naming.NamingException;
import javax.naming.directory.Attribute;
import javax.naming.directory.InitialDirContext;
import org.broadsheet.Failure;
import org.jspecify.annotations.Nullable;

/** Asks this machine's DNS servers, or given ones; every wait is finite. */
public final class DnsTxtRecords implements TxtRecords {
    private final String servers;

    /** Asks the servers that this machine is set up with. */
    public DnsTxtRecords() {
        this("dns:");
    }

    /** @param servers as {@code dns://HOST:PORT}, several with a space between them */
    public DnsTxtRecords(String servers) {
        this.servers = servers;
    }

    /** JNDI wants its old table; what it must not do, making objects of answers, it does not do with texts of the DNS. */
    @SuppressWarnings({"JdkObsolete", "BanJNDI"})
    @Override
    public List<String> of(String name) {
        Hashtable<String, String> settings = new Hashtable<>();
        settings.put(Context.INITIAL_CONTEXT_FACTORY, "com.sun.jndi.dns.DnsContextFactory");
        settings.put(Context.PROVIDER_URL, servers);
        settings.put("com.sun.jndi.dns.timeout.initial", "2000");
        settings.put("com.sun.jndi.dns.timeout.retries", "2");
        try {
            InitialDirContext dns = new InitialDirContext(settings);
            try {
                // The dot at the end: no search domain of this machine is tried behind it.
                return texts(dns.getAttributes(name + ".", new String[] {"TXT"}).get("TXT"));
            } finally {
                dns.close();
            }
        } catch (NameNotFoundException e) {
            return List.of();
        } catch (NamingException e) {
            throw new Failure("the DNS does not answer for " + name + ": " + e.getMessage() + "; try again", e);
        }
    }

    private static List<String> texts(@Nullable Attribute attribute) throws NamingException {
        List<String> texts = new ArrayList<>();
        if (attribute != null) {
            NamingEnumeration<?> values = attribute.getAll();
            while (values.hasMore()) {
                texts.add(joined(String.valueOf(values.next())));
            }
        }
        return texts;
    }

    /** The JDK puts a space between the parts of a text, and quotes parts with spaces in them. */
    private static String joined(String parts) {
        StringBuilder text = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < parts.length(); i++) {
            char next = parts.charAt(i);
            if (next == '"') {
                quoted = !quoted;
            } else if (next == '\\' && i + 1 < parts.length()) {
                i++;
                text.append(parts.charAt(i));
            } else if (next != ' ' || quoted) {
                text.append(next);
            }
        }
        return text.toString();
    }
}
