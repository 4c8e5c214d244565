package org.broadsheet.article;

import java.util.Locale;
import java.util.regex.Pattern;

/** Knows by their words the texts that stand on news pages without belonging to an article, in German and English. */
final class ClutterPhrases {
    private static final int LONGEST_LABEL = 110;

    /** Only these words, or these and a number, a colon, a name. */
    private static final Pattern LABEL = phrases("""
            anzeigen?|werbung|advertorials?|gesponser(t|te inhalte)|sponsored( content| links?| by.*| post)?|advertisements?|ad|ads
            (lesen|hören|sehen|schauen) sie (auch|mehr|hier|dazu|jetzt|weiter|außerdem|zum thema).*|lies (auch|mehr|hier|dazu|weiter).*
            auch interessant.*|auch lesenswert.*|ebenfalls (interessant|lesenswert).*|das könnte (sie|dich|ihnen|dir|euch).*
            mehr (zum|zu diesem|über dieses) (thema|artikel).*|mehr (dazu|lesen|erfahren|infos?|anzeigen|nachrichten|news|artikel|laden)
            mehr (aus|von|zu|über|in) [^.]{2,60}|weitere[rs]? (artikel|meldungen|nachrichten|themen|beiträge|infos|informationen|news|links|videos|texte|empfehlungen|stories|stellen.*|jobs.*)( .{0,60})?
            weiterführende[rs]? (links?|artikel|informationen)|links? zum (thema|artikel)|zum thema.{0,40}|passend (dazu|zum thema|zum artikel).*
            (ähnliche|verwandte|beliebte|empfohlene|neueste|aktuelle|ausgewählte|dazugehörige|thematisch passende|top|die neuesten|die beliebtesten) (artikel|themen|beiträge|meldungen|nachrichten|inhalte|videos|news|stellen.*|jobs.*|texte|stories)( .{0,50})?
            (die )?(meistgelesen|meistkommentiert|meistgeklickt|meist gelesen|am meisten gelesen)e?n?( artikel| texte)?.*|die beliebtesten.*|top-?themen.*|im trend
            unsere (lese)?(empfehlung|tipp)(en|s)?.*|(lese|buch|hör|video|link)-?(empfehlung|tipp)(en|s)?.*|empfehlungen( .{0,50})?|redaktions?-?empfehlung.*|empfohlen( .{0,40})?|für sie (empfohlen|ausgewählt).*
            (unser |zum |der |kostenloser |täglicher )?newsletter.{0,60}|(unsere|kostenlose|alle|die) newsletter.{0,60}|.{0,60}[- ]newsletter( .{0,40})?|.{0,30}(im|per) (newsletter|e-?mail|postfach).{0,30}
            (jetzt )?(kostenlos |gratis )?(anmelden|abonnieren|registrieren|bestellen|bewerben|testen|spenden|herunterladen|mitmachen|mitdiskutieren|kommentieren|einloggen).{0,30}
            stellenmarkt.*|stellen(anzeigen|angebote|börse).*|job(s|angebote|börse|markt|portal| der woche)?([ :|–-].*)?|(aktuelle|offene|top|passende|neue) (jobs?|stellen).*|karriere( .{0,40})?|.{0,30}stellenmarkt
            (\\d+ )?(leser)?kommentare?( .{0,40})?|(leser)?kommentare?|leserbriefe?|leserdiskussion.*|leserstimmen|diskussion(en)?|diskutieren sie.*|diskutier mit.*|(ihre|deine|eure|ihr|dein) (meinung|kommentar).*|forum
            (einen |ihren |deinen )?kommentar(e)? (schreiben|verfassen|hinterlassen|abgeben|posten|lesen|anzeigen).*|schreib(en|e)?( sie)? (einen|ihren|deinen|uns).{0,40}|antwort(en)?( abbrechen| schreiben)?|hinterlasse.{0,60}
            (artikel |beitrag |seite |diesen artikel |diesen beitrag )?(teilen|drucken|merken|versenden|vorlesen|anhören|empfehlen|speichern|verschenken)( .{0,40})?|teile(n sie)? .{0,40}|folgen( sie)? .{0,40}|folge uns.*|auf .{2,20} teilen
            themen( .{0,40})?|schlag(worte|wörter)|stich(worte|wörter)|schlagwort.*|tags|keywords|rubriken?|kategorien?|ressorts?
            podcasts?|videos?|im video|bilder(galerie|strecke)?|foto(strecke|galerie|s)|galerie|quiz|umfrage|gewinnspiel|rätsel|(mehr )?videos? .{0,40}|bild(quelle|rechte|nachweis).*
            (über|zu)( den| die|m| unsere[n]?)? (autor|autoren|autorin|autorinnen|verfasser|verfasserin|person)( .{0,40})?|(der|die) autor(in)?|autor(in|en|innen)?|zur person|mehr von .{2,40}
            (zur )?startseite|nach oben|zurück( .{0,30})?|impressum|datenschutz.{0,20}|cookie.{0,40}|nächster (artikel|beitrag)|vorheriger (artikel|beitrag)|beitrags-?navigation
            empfohlene[rn]? (externe[rn]?|redaktionelle[rn]?) inhalte?|externe[rn]? inhalte?( .{0,40})?|inhalt(e)? (laden|anzeigen|akzeptieren).*
            partner(angebote|inhalte).*|unsere (partner|angebote|shops?|produkte).*|shopping.{0,20}|angebote?( .{0,30})?|(anzeigen|immobilien|auto)markt|(rabatt|gutschein)(code)?s?( .{0,40})?|produktempfehlung.*|deals?( .{0,30})?
            mehr zum thema.*|hintergrund(artikel)?|dossier( .{0,40})?|themenseite.*|serie:.*|chronologie|auch in .{0,30}|mehr .{0,30} gibt es.*|mehr (sport|politik|wirtschaft|kultur|panorama|wissen|regionales)
            (fehler|korrektur)( .{0,20})? melden|feedback( .{0,40})?|war dieser artikel.*|hat ihnen .{0,40} gefallen.*|wie fanden sie.*|haben sie (fragen|einen fehler|hinweise|anregungen).{0,60}
            (sie (möchten|wollen)|du (möchtest|willst)|jetzt|gleich|hier) .{0,12}weiterlesen.*|weiterlesen.*|exklusiv für.*|(sie haben )?(bereits|schon|noch kein) .{0,10}(abo|abonnent).*|(abo|plus|premium)-?(angebot|artikel).*
            read (more|also|next|this|on|the full).*|also (read|see|of interest|on).*|see (also|more).*|related( (articles?|stories|story|content|coverage|topics?|posts?|links?|news|reading|videos?|items?))?(:.*)?|similar (articles|stories|posts)|further reading
            more (on|from|in|about|stories|news|like|articles|coverage|to read|reading|top|great|content|headlines|by|videos)( .{0,60})?|(you |we |readers )?(may|might) (also )?(like|be interested|enjoy|have missed|want).*|you (may|might).*
            recommended( .{0,40})?|recommendations?( .{0,40})?|(suggested|popular|trending|featured|latest|top|must|editor'?s?'?|editors['’]?|our|today's|what's|just|around|from|elsewhere) (for you|stories|articles|reads?|news|now|picks?|videos?|posts|headlines|in|hot|on|the web|our partners|partners|jobs?|vacancies|headlines.*)( .{0,40})?
            most (read|popular|viewed|shared|watched|discussed|commented|recent|emailed)( .{0,40})?|trending( .{0,20})?|popular|don['’]t miss.*|in case you missed.*|what to (read|watch|know).{0,30}|up next.*|next( article| story| up)?|(previous|next) (article|post|story).*|post navigation
            (watch|listen|video|audio|podcasts?|gallery|photos?|pictures?|in pictures|quiz|poll|live|interactive)(:.*| now| live| here| again)?|newsletters?|(the|our|daily|weekly|morning|free|your) .{0,40}newsletters?.{0,40}|newsletter (sign-?up|promotion|signup.*)|skip (past|to).*|after newsletter promotion
            (sign|log) (up|in)( .{0,60})?|subscribe( .{0,60})?|subscribe|register( now| for free| here)?|get (the|our|more|your|all|daily|breaking|unlimited|full).{0,60}|stay (informed|up to date|connected|in the know|tuned).{0,40}|join (the|our|us|thousands|over|\\d).{0,50}|start your .{0,20}trial.*
            (\\d+ )?(comments?|replies|responses)( .{0,30})?|(leave|post|write|add|submit) (a|your) (reply|comment).*|reply|join the (discussion|conversation|debate).*|(reader|view|show|read|all|see) (the |all |\\d+ )?comments?.*|what do you think.*|have your say.*|your (email|name|comment|say).{0,50}|cancel reply|conversation|letters
            jobs?( (board|listings?|market|of the week|in|at|from|search|alert|offers?).{0,40})?|careers?( (at|in|with) .{0,40})?|we['’]?( a)?re hiring.*|job (openings|opportunities|vacancies).*|(current |open )?(vacancies|openings|positions).{0,20}|(featured|recruiting|classified).{0,10}jobs?.*|apply (now|here|today).*|classifieds|now hiring.*|hiring( now)?
            share( .{0,40})?|follow (us|me|the|on|.{2,30} on).{0,40}|tags?|topics?|filed under.*|categories|tagged( with| in| as)?.*|save( for later| article| story)?|print|copy link|email( this)?|bookmark|listen to (this )?(article|story).*|gift (this )?article.*|advertise with us.*
            about (the|our) (authors?|writers?|reporters?).*|(the )?authors?|written by.*|meet the .{0,20}|contact( us| .{2,20})?|(more|read|all|view) (articles|posts|stories) by.*|by the same author
            (story|article|content) continues.*|continue reading.*|keep reading.*|this (article|story|content) is (for|only|available|exclusive|free).{0,60}|already (a|an) (subscriber|member).*|(to )?(read|unlock) (the|this) (full|rest).{0,40}|subscriber.?only.*|back to (top|home).*|home|loading.*|promoted.{0,30}|paid (content|post|partner.*)|from our (partners?|sponsors?|advertisers?)
            support .{0,60}journalism.*|donate( .{0,30})?|shop( .{0,20})?|(today's )?best deals.*|buy (now|here|tickets).*|(our )?sponsors?|partner content.*|brought to you by.*
            """);

    /** These make a subhead of an article as well as the head of a box; alone they decide nothing in the midst of an article. */
    private static final Pattern EITHER = phrases("""
            hintergrund|themen|videos?|podcasts?|quiz|umfrage|karriere.*|jobs?|angebote?.*|diskussion(en)?|forum|autor(in|en|innen)?|zur person|chronologie|galerie|fotos|rubriken?|kategorien?|deals?.*|links?
            conversation|contact|topics?|categories|careers?|letters|next|popular|live|audio|photos?|pictures?|home|print|shop|donate|ads?|listen|watch|share|save|newsletters?|conversation|classifieds|tags?|watch|gallery|poll|hiring|openings|vacancies|positions
            mehr (aus|von|zu|über|in) .*|more (on|from|in|about|by|to|great|top) .*|you (may|might).*|get .*|(you |we |readers )?(may|might) .*|stay .*|join .*|zum thema.*|zu(m| den| der)? .*|schreib.*|follow .*|teile.*|folgen .*|share .*|start your.*|just .*|around .*|from .*|what .*|your .*|our .*|must .*
            zurück .*|save .*|antwort(en)?|support.*|register.*|home .*|forum.*|.{0,60}per e-?mail.{0,30}|angebot.*|(ihre|deine|eure|ihr|dein) .*|live.*|top .*|letters.*|meet the.*|dossier|serie:.*
            """);

    /** At the beginning of a line that leads to something else. */
    private static final Pattern POINTER = Pattern.compile(
            "^[\\s»›>→▶►•+|–-]*("
                    + "(lesen|hören|sehen|schauen) sie (auch|mehr|hier|dazu|jetzt|weiter|außerdem)|lies (auch|mehr|hier|dazu)|auch interessant|"
                    + "mehr (zum thema|dazu|zu diesem thema)\\b|das könnte (sie|dich) auch|ebenfalls interessant|(zum|passend zum) thema\\s*:|"
                    + "passend dazu|siehe auch|lesetipp|weiterlesen|weitere (artikel|informationen|infos|meldungen|nachrichten) (zu|zum|über|finden|gibt|:)|"
                    + "(podcast|video|newsletter|quiz|anzeige|hintergrund|liveblog|liveticker|fotostrecke|bilder|interaktiv|grafik|dossier|tipp|exklusiv|jobs?|stellenmarkt)\\s*[:|]|"
                    + "read (more|also|next|this next)\\b|also read|see also|related\\s*(story|article|stories|articles|reading|content|coverage)?\\s*:|more on (this|the)\\b|"
                    + "(read|watch|listen|listen to|see|more|analysis|explainer|opinion|live|photos|gallery|explained|recommended|don['’]t miss|sign up|subscribe|jobs)\\s*[:|]|"
                    + "(click|tap) here (to|for)|sign up (here|for|to)|subscribe (to|here|now)|follow (us|our|@)|"
                    + "hier (geht es|geht['’]s|finden sie|lesen sie|können sie|klicken)|melden sie sich (hier|jetzt|an|für)|folgen sie uns|abonnieren sie)");

    /** What asks the reader to do something for the publisher, or tells how the page is used. */
    private static final Pattern APPEAL = Pattern.compile(
            "newsletter|\\b(m/w/d|w/m/d|d/m/w|m/f/d|f/m/d|m/w/x|gn)\\)|jetzt bewerben|apply now|apply (today|by|online)|"
                    + "(jetzt|hier|gleich|kostenlos|gratis) (anmelden|abonnieren|registrieren|testen|bestellen|spenden|unterstützen)|melden sie sich|abonnieren sie|"
                    + "folgen sie uns|follow us|sign up|subscribe|your inbox|in ihr postfach|ins postfach|e-mail-adresse|email address|privacy policy|datenschutz(erklärung|bestimmungen|hinweise)|"
                    + "terms (of service|and conditions|of use)|jederzeit (kündbar|abbestell|widerruf)|cancel any ?time|unsubscribe at any|free trial|probeabo|kostenlos testen|"
                    + "weiterlesen|continue reading|already a subscriber|bereits abonnent|abonnent(en|in)?\\b.{0,40}(anmelden|einloggen|lesen)|externe[rn]? inhalt|third.party (content|cookies)|"
                    + "personenbezogene daten|cookies|javascript|adblocker|ad.?blocker|jetzt bewerten|unterstützen sie (uns|unsere|unseren)|support (our|us|independent)|"
                    + "ihre meinung|schreiben sie (uns|einen kommentar|ihren kommentar)|kommentar(e)? (schreiben|verfassen|abgeben|zu diesem)|leave a comment|post a comment|join the (conversation|discussion)|"
                    + "wir suchen (zum|ab|eine|einen|zur|dich|sie)|we are (looking for|hiring|recruiting)|stellenanzeige|stellenangebot|stellenmarkt|jobbörse|"
                    + "provision|affiliate|rabatt|gutschein|discount code|\\d+ ?% (off|sparen)|jetzt (sichern|kaufen|entdecken|reinhören|anhören)|listen (on|wherever)|"
                    + "spotify|apple podcasts|(app|download).{0,20}(laden|store)|whatsapp.?(kanal|channel)|netiquette|moderiert|moderated|unangemessen|(gesponserter|sponsored) ");

    /** Such a line is about the page or the picture, wherever it stands. */
    private static final Pattern LINE = Pattern.compile("^("
            + "(foto|fotos|bild|bilder|photo|photos|photograph|photography|image|images|picture|credit|grafik|graphic|illustration|bildquelle|image source|getty images|file photo|archivbild|archivfoto|symbolbild|symbolfoto|copyright|video)\\s*[:©(/|].{0,160}"
            + "|(quelle|quellen|source|sources|mit (material|agenturmaterial) (von|der)|with (material|reporting|files) (from|by)).{0,90}"
            + "|©.{0,160}|\\(?c\\) \\d{4}.{0,120}|.{0,100}(alle rechte vorbehalten|all rights reserved)\\.?.{0,80}|.{0,40}dpa-infocom.{0,60}"
            + "|(stand|veröffentlicht|aktualisiert|erstellt|publiziert|zuletzt (aktualisiert|geändert|bearbeitet)|published|updated|last (updated|modified)|posted|first published|erschienen)( am| on| um| at| vor)?\\s*:?\\s.{0,60}"
            + "|((mo|di|mi|do|fr|sa|so|montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonntag|mon|tue|wed|thu|fri|sat|sun)\\w*,?\\s*)?(den )?\\d{1,2}[.\\s/-]\\s?(\\d{1,2}|[\\p{L}.]{3,9})[.\\s/-]\\s?\\d{2,4}.{0,40}"
            + "|\\p{L}{3,9}\\.? \\d{1,2}(st|nd|rd|th)?,? \\d{4}.{0,40}|\\d{1,2}:\\d{2}( ?uhr| ?[ap]\\.?m\\.?)?.{0,20}|(vor|about|seit)? ?\\d+ ?(minuten?|stunden?|tagen?|min|std|minutes?|hours?|days?)( ago| read| lesezeit| zuvor)?"
            + "|(lesezeit|lesedauer|reading time|estimated reading).{0,40}|\\d+ ?(min\\.?|minuten?|minutes?)( lesezeit| read)?"
            + "|(von|by|text|text und fotos|autor|interview|ein (kommentar|gastbeitrag|essay|interview) von|eine (analyse|kolumne|reportage|rezension|glosse) von|analysis by|opinion by|words by|written by|reporting by|editing by)\\s*:?\\s\\p{L}[^.!?]{2,80}"
            + "|\\(?(dpa|afp|ap|reuters|sid|epd|kna|apa|sda|dts|rtr|pa media|dpa-afx)([/, &-]+\\p{L}{2,8}){0,4}\\)?\\.?|[\\p{L}]{2,4}(/[\\p{L}-]{2,8}){1,4}"
            + "|(\\d+ )?(kommentare?|comments?)( \\(?\\d+\\)?)?|(reporting|additional reporting|editing|writing) by .{3,200}"
            + "|.{3,200} (contributed to this (report|story|article)|contributed reporting( from .{2,60})?)\\.?"
            + "|our standards:.{0,60}|(the post|der beitrag) .{1,200} (first appeared|appeared first|erschien zuerst|appeared) .{1,100}"
            + "|(diashow|bild|foto|image|slide)? ?\\d{1,3} ?(/|von|of) ?\\d{1,3}|\\W+"
            + ")$");

    /** Said to the reader by the publisher, in one sentence or two, wherever it stands. */
    private static final Pattern REQUEST = Pattern.compile(
            "^[^„“\"]{0,120}((melden sie sich|meld dich|abonnieren sie|abonniere|bestellen sie|holen sie sich|tragen sie sich).{0,80}(newsletter|kanal|postfach|podcast|an\\.|an!|ein\\.)|"
                    + "(sign up|subscribe|register).{0,60}(newsletter|inbox|today|now|free|here|podcast|channel|email|updates|briefing)|folgen sie uns|follow us on|^follow .{2,40} on (facebook|instagram|twitter|x|whatsapp|bluesky|youtube|tiktok)\\b|send (us )?your (story|tips|photos)|"
                    + "(unser(en|em)?|our) (kostenlosen? |täglichen? |free |daily |weekly |morning )?newsletter|wir verwenden cookies|we use cookies|unterstützen sie (uns|unsere)|"
                    + "(do you|have you|haben sie).{0,60}(get in touch|e-?mail (us|our)|contact (us|our)|schreiben sie (uns|an)|write to us)|get in touch with us|"
                    + "leave a comment|schreiben sie uns|(jetzt|gleich) (kostenlos )?(anmelden|abonnieren|weiterlesen)|"
                    + "an dieser stelle (finden|befindet|steht)|ich bin damit einverstanden, dass mir|to (view|see|watch) this (content|video)|(bitte )?(aktivieren sie|enable) javascript|"
                    + "(with|mit) .{1,30}(\\+|plus) (weiterlesen|lesen)|already a subscriber|noch kein abo|jederzeit kündbar|cancel any ?time)");

    private static final Pattern TALK_HEAD = phrases("""
            (\\d+ )?(leser)?kommentare( .{0,40})?|\\d+ (kommentar|comment|reply|response)|leserbriefe|leserdiskussion.*|leserstimmen|diskutieren sie.*|(\\d+ )?(comments|replies|responses)( .{0,30})?|(leave|post|write|add) (a|your) (reply|comment).*|(einen |ihren |deinen )?kommentar (schreiben|verfassen|hinterlassen|abgeben).*|schreib(en|e)?( sie)? (einen|ihren|deinen) kommentar.*|join the (discussion|conversation).*|(reader|readers['’]?) comments.*|hinterlasse.{0,60}|ihre meinung.*|have your say.*|(\\d+ )?(gedanken|thoughts|antworten) (zu|on|auf).*|diskussion zu(m)? (artikel|beitrag).*|was meinen sie.*|discussion \\(\\d+\\)
            """);

    private static final Pattern REPLY = phrases("""
            antworten|reply|melden|report( comment| abuse)?|beitrag melden|kommentar melden|zitieren|quote|permalink|empfehlen( \\d+)?|recommend( \\d+)?|like|gefällt mir|upvote|downvote|share reply|auf diesen (kommentar|beitrag) antworten|antworten (anzeigen|einblenden)|view replies|flag|antworten \\d+|\\d+ (antworten|replies)|reply to .*|antwort auf .*
            """);

    private static final Pattern EDGE = Pattern.compile("^[\\W_&&[^(„\"“'©]]+|[\\s:…!?.»›>→▶►|–-]+$|\\s*\\(\\d+\\)$");

    private static final Pattern NO_ARTICLE = Pattern.compile(
            "\\b(404|403|410|50\\d)\\b|(page|site|article|seite|artikel|inhalt) (not|nicht|wurde nicht|konnte nicht|could not|can['’]?t)|"
                    + "not found|nicht gefunden|just a moment|are you (a )?(robot|human)|access denied|zugriff verweigert|attention required|captcha|verify you are|"
                    + "einwilligung|consent|zustimm|cookie|(^|\\W)(login|log in|sign in|anmelden|einloggen|suche|suchergebnisse|search( results)?)(\\W|$)|bitte anmelden|service unavailable|wartungsarbeiten");

    private ClutterPhrases() {}

    private static Pattern phrases(String lines) {
        return Pattern.compile("(" + String.join("|", lines.strip().split("\\s*\n\\s*")) + ")");
    }

    /** The phrases are written in small letters; comparing so is many times faster. */
    private static String lower(String text) {
        return text.toLowerCase(Locale.ROOT);
    }

    private static String bare(String text) {
        return EDGE.matcher(EDGE.matcher(lower(text)).replaceAll("")).replaceAll("");
    }

    /** Whether it heads something that belongs to no article. */
    static boolean isLabel(String text) {
        return text.length() <= LONGEST_LABEL && LABEL.matcher(bare(text)).matches();
    }

    /** {@link #isLabel}, and could be nothing else. */
    static boolean isSureLabel(String text) {
        return isLabel(text) && !EITHER.matcher(bare(text)).matches();
    }

    /** Whether readers' comments begin after it. */
    static boolean headsTalk(String text) {
        return text.length() <= LONGEST_LABEL && TALK_HEAD.matcher(bare(text)).matches();
    }

    /** Whether it is what one clicks to answer a comment. */
    static boolean isReply(String text) {
        return text.length() <= 50 && REPLY.matcher(bare(text)).matches();
    }

    /** Whether it sends the reader elsewhere. */
    static boolean isPointer(String text) {
        return POINTER.matcher(lower(text)).find();
    }

    /** Whether it asks something of the reader. */
    static boolean isAppeal(String text) {
        return text.length() <= 700 && APPEAL.matcher(lower(text)).find();
    }

    /** Whether the publisher speaks to the reader for its own sake. */
    static boolean isRequest(String text) {
        return text.length() <= 400 && REQUEST.matcher(lower(text)).find();
    }

    /** Whether it is a line about the page or a picture: a date, a byline, a credit. */
    static boolean isLine(String text) {
        return text.length() <= 300 && LINE.matcher(lower(text)).matches();
    }

    /** Whether a page of this title is an error, a door, or a list. */
    static boolean isNoArticle(String title) {
        return NO_ARTICLE.matcher(lower(title)).find();
    }
}
