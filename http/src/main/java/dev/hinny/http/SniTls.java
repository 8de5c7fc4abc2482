package dev.hinny.http;

import io.netty.buffer.ByteBufAllocator;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.ssl.AbstractSniHandler;
import io.netty.handler.ssl.SslHandler;
import io.netty.util.AttributeKey;
import io.netty.util.ReferenceCountUtil;
import io.netty.util.concurrent.Future;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.ExtendedSSLSession;
import javax.net.ssl.SNIHostName;
import javax.net.ssl.SNIServerName;
import javax.net.ssl.SSLPeerUnverifiedException;
import javax.net.ssl.SSLSession;
import org.jspecify.annotations.Nullable;

/** Chooses the certificate by the host name of the client's first TLS message, then steps aside for the TLS handler. */
final class SniTls extends AbstractSniHandler<TlsConfig> {
    private static final AttributeKey<TlsConfig> CONFIG = AttributeKey.valueOf("dev.hinny.http.tls");
    private static final long HANDSHAKE_MILLIS = 10_000;

    private final TlsContexts contexts;
    private final ServerConfig server;

    SniTls(TlsContexts contexts, ServerConfig server) {
        super(HANDSHAKE_MILLIS);
        this.contexts = contexts;
        this.server = server;
    }

    @Override
    protected Future<TlsConfig> lookup(ChannelHandlerContext ctx, @Nullable String hostname) {
        return ctx.executor().newSucceededFuture(contexts.forHost(hostname));
    }

    @Override
    protected void onLookupComplete(ChannelHandlerContext ctx, @Nullable String hostname, Future<TlsConfig> future) {
        TlsConfig config = future.getNow();
        ByteBufAllocator alloc = ctx.alloc();
        SslHandler handler = config.serverContext(server.http2()).newHandler(alloc);
        boolean added = false;
        try {
            handler.setHandshakeTimeout(HANDSHAKE_MILLIS, TimeUnit.MILLISECONDS);
            ctx.channel().attr(CONFIG).set(config);
            handler.handshakeFuture().addListener(done -> {
                if (!done.isSuccess()) {
                    server.errors().onError(Optional.empty(), done.cause());
                }
            });
            ctx.pipeline().replace(this, SslHandler.class.getName(), handler);
            added = true;
        } finally {
            if (!added) {
                ReferenceCountUtil.safeRelease(handler.engine());
            }
        }
    }

    static Optional<TlsInfo> info(Channel socket) {
        SslHandler handler = socket.pipeline().get(SslHandler.class);
        if (handler == null) {
            return Optional.empty();
        }
        SSLSession session = handler.engine().getSession();
        List<X509Certificate> peers = peers(session);
        TlsConfig config = socket.attr(CONFIG).get();
        TlsInfo.Verification verification = peers.isEmpty()
                ? TlsInfo.Verification.NONE
                : config == null || config.trustsClient(peers)
                        ? TlsInfo.Verification.SUCCESS
                        : TlsInfo.Verification.FAILED;
        return Optional.of(
                new TlsInfo(session.getProtocol(), session.getCipherSuite(), sni(session), peers, verification));
    }

    private static List<X509Certificate> peers(SSLSession session) {
        try {
            List<X509Certificate> chain = new ArrayList<>();
            for (Certificate certificate : session.getPeerCertificates()) {
                if (certificate instanceof X509Certificate x509) {
                    chain.add(x509);
                }
            }
            return chain;
        } catch (SSLPeerUnverifiedException e) {
            return List.of();
        }
    }

    private static Optional<String> sni(SSLSession session) {
        if (session instanceof ExtendedSSLSession extended) {
            for (SNIServerName name : extended.getRequestedServerNames()) {
                if (name instanceof SNIHostName host) {
                    return Optional.of(host.getAsciiName());
                }
            }
        }
        return Optional.empty();
    }
}
