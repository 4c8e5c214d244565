package org.broadsheet.bench;

import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.net.SocketFactory;
import org.broadsheet.edition.RenderedEdition;

/**
 * How one would usually send with Angus: for each reader a run of the template, a MimeMessage, and a call of Transport.
 *
 * <p>Usage: {@code PlainSenderBench PORT MAILS CONNECTIONS...}
 */
final class PlainSenderBench {
    private static final int WARM_UP = 1_000;

    private final BenchDigest digest = new BenchDigest();
    private final Session session;
    private final int port;

    private PlainSenderBench(int port) {
        this.port = port;
        Properties properties = new Properties();
        properties.put("mail.smtp.socketFactory", new NoDelay());
        this.session = Session.getInstance(properties);
    }

    public static void main(String[] args) throws Exception {
        PlainSenderBench bench = new PlainSenderBench(Integer.parseInt(args[0]));
        int mails = Integer.parseInt(args[1]);
        for (int i = 2; i < args.length; i++) {
            int connections = Integer.parseInt(args[i]);
            bench.send(WARM_UP, connections);
            long start = System.nanoTime();
            bench.send(mails, connections);
            double seconds = (System.nanoTime() - start) / 1e9;
            System.out.printf(Locale.ROOT, "angus %d %.0f%n", connections, mails / seconds);
        }
    }

    private void send(int mails, int connections) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(connections);
        List<Future<?>> lanes = new ArrayList<>();
        for (int lane = 0; lane < connections; lane++) {
            int first = lane;
            lanes.add(threads.submit(() -> {
                sendEvery(first, connections, mails);
                return true;
            }));
        }
        for (Future<?> lane : lanes) {
            lane.get();
        }
        threads.shutdown();
    }

    private void sendEvery(int first, int step, int mails) throws MessagingException {
        try (Transport transport = session.getTransport("smtp")) {
            transport.connect("127.0.0.1", port, null, null);
            for (int reader = first; reader < mails; reader += step) {
                MimeMessage message = message("reader" + reader + "@example.com");
                transport.sendMessage(message, message.getAllRecipients());
            }
        }
    }

    private MimeMessage message(String address) throws MessagingException {
        String link = "https://news.example.org/u/" + address.hashCode();
        RenderedEdition rendered = digest.render(address, link, link);
        MimeMessage message = new MimeMessage(session);
        message.setFrom(new InternetAddress("news@example.org"));
        message.setRecipient(Message.RecipientType.TO, new InternetAddress(address));
        message.setSubject(rendered.subject(), "UTF-8");
        message.setHeader("List-Unsubscribe", "<" + link + ">");
        MimeBodyPart plain = new MimeBodyPart();
        plain.setText(rendered.plain(), "UTF-8");
        MimeBodyPart html = new MimeBodyPart();
        html.setText(rendered.html(), "UTF-8", "html");
        message.setContent(new MimeMultipart("alternative", plain, html));
        message.saveChanges();
        return message;
    }

    /** Without it, each mail would wait 40 ms. */
    private static final class NoDelay extends SocketFactory {
        @Override
        public Socket createSocket() throws IOException {
            Socket socket = new Socket();
            socket.setTcpNoDelay(true);
            return socket;
        }

        @Override
        public Socket createSocket(String host, int port) throws IOException {
            return new Socket(host, port);
        }

        @Override
        public Socket createSocket(String host, int port, InetAddress local, int localPort) throws IOException {
            return new Socket(host, port, local, localPort);
        }

        @Override
        public Socket createSocket(InetAddress host, int port) throws IOException {
            return new Socket(host, port);
        }

        @Override
        public Socket createSocket(InetAddress host, int port, InetAddress local, int localPort) throws IOException {
            return new Socket(host, port, local, localPort);
        }
    }
}
