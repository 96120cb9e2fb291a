package kafedra.controller.web;

/**
 * Where the pages are served.
 *
 * @param host address to listen on
 * @param port 0 for any free one
 */
public record WebSettings(String host, int port) {}
