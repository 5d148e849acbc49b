import Markup

/// One column of at most 560 pixels, styles in the elements because programs drop the others; light and
/// dark, and no images: nothing is fetched when somebody opens it.
extension LetterBody {
    private static let font: HTML =
        "'Segoe UI',system-ui,-apple-system,Roboto,Helvetica,Arial,sans-serif"

    private static let head: HTML = """
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <meta name="color-scheme" content="light dark">
        <meta name="supported-color-schemes" content="light dark">
        <meta name="format-detection" content="telephone=no, date=no, address=no, email=no">
        <style>
        :root { color-scheme: light dark; }
        a { color: #2f48c6; }
        @media (max-width: 520px) {
        .card { border-radius: 0 !important; border-left: 0 !important; border-right: 0 !important; }
        .pad { padding: 28px 20px !important; }
        .btn { display: block !important; text-align: center !important; }
        }
        @media (prefers-color-scheme: dark) {
        body, .bg { background: #0d1117 !important; }
        .card { background: #151b23 !important; border-color: #2a3441 !important; }
        h1, .t { color: #e9eef5 !important; }
        .m { color: #b1bccb !important; }
        .box { background: #1c242f !important; }
        .rule { border-color: #2a3441 !important; }
        a.l { color: #9db0ff !important; }
        }
        </style>
        """

    /// Blanks after the preheader, so that nothing of the letter is shown beside the subject with it.
    private static let padding = HTML(
        raw: String(repeating: "&#8199;&#65279;&#847;", count: 12))

    var html: HTML {
        """
        <!doctype html>
        <html lang="en" dir="ltr">
        <head>
        \(Self.head)
        <title>\(subject.text)</title>
        </head>
        <body style="margin:0;padding:0;background:#f5f6f8;-webkit-text-size-adjust:100%">
        <div style="display:none;max-height:0;overflow:hidden;mso-hide:all">\(preheader.html)\(Self.padding)</div>
        <div role="article" aria-roledescription="email" aria-label="\(subject.text)" lang="en">
        <table role="presentation" class="bg" width="100%" cellpadding="0" cellspacing="0" border="0" \
        style="background:#f5f6f8"><tr><td align="center" style="padding:32px 0">
        <table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0" style="max-width:560px">
        <tr><td class="m" style="padding:0 20px 16px;font:600 15px/1.4 \(Self.font);color:#475264">\
        \(HTML.isolated(accountName.text))</td></tr>
        <tr><td class="card pad" style="background:#ffffff;border:1px solid #dfe3ea;border-radius:14px;\
        padding:40px;font:400 16px/1.6 \(Self.font);color:#141c28">
        \(card)
        </td></tr>
        <tr><td class="m" style="padding:16px 20px;font:400 13px/1.6 \(Self.font);color:#5e6a7c">\
        \(footer.html)</td></tr>
        </table>
        </td></tr></table>
        </div>
        </body>
        </html>

        """
    }

    private var card: HTML {
        """
        <h1 style="margin:0 0 16px;font-size:24px;line-height:1.25;font-weight:650;letter-spacing:-.01em;\
        color:#141c28">\(heading.html)</h1>
        \(paragraphs.map { "<p class=\"t\" style=\"margin:0 0 20px;color:#141c28\">\($0.html)</p>\n" as HTML })\
        <table role="presentation" cellpadding="0" cellspacing="0" border="0" style="margin:0 0 24px">\
        <tr><td style="border-radius:8px;background:#3049c9">
        <a class="btn" href="\(link)" style="display:inline-block;padding:13px 26px;border-radius:8px;\
        background:#3049c9;color:#ffffff;font-weight:600;text-decoration:none">\(button)</a>
        </td></tr></table>
        <table role="presentation" class="box" width="100%" cellpadding="0" cellspacing="0" border="0" \
        style="background:#f0f2f6;border-radius:10px;margin:0 0 24px"><tr><td class="m" \
        style="padding:14px 18px;font-size:14px;line-height:1.6;color:#475264">
        <span style="display:block">Your sign-in email</span>\
        <strong class="t" style="color:#141c28;word-break:break-all">\(HTML.isolated(address))</strong>
        </td></tr></table>
        \(instead)
        <p class="m rule" style="margin:0;padding-top:20px;border-top:1px solid #dfe3ea;font-size:14px;\
        color:#475264">\(closing.html)</p>
        """
    }

    /// For programs that show no button.
    private var instead: HTML {
        """
        <p class="m" style="margin:0 0 8px;font-size:14px;color:#475264">The button works until \
        <strong>\(deadline)</strong>. If it does not open, copy this address into your browser:</p>
        <p style="margin:0 0 24px;font-size:14px;word-break:break-all"><a class="l" href="\(link)" \
        style="color:#2f48c6">\(link)</a></p>
        """
    }
}
