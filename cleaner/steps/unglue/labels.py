"""What buttons and notices of web pages say, by language, and in the English that machines make of it."""

from __future__ import annotations

BUTTONS = {
    "en": (
        "Read more | Read also | Also read | Read on | Read next | See also | See more | Show more | Learn "
        "more | Continue reading | Continue reading below | Click here to read more | Read the full story |"
        " Watch more | Story continues below | Article continues below | Article continues after "
        "advertisement | Share this article | Share on Facebook | Sign up here | Subscribe now | Print this"
        " page | Back to top | Share on Twitter | Share on WhatsApp | Share on Telegram | Share on X | "
        "Share via email | Share this story | Send by email | Follow us on Facebook | Follow us on Telegram"
        " | Follow us on Twitter | Subscribe to our newsletter | Sign up for our newsletter | You might "
        "also like | You may also like | Recommended for you | Related articles | Related topics | Related "
        "news | Leave a comment | Write a comment | Post a comment | Click to enlarge | Jump to comments | "
        "More on this topic | More on this story | Read the full article | Back to the home page | Back to "
        "overview"
    ),
    "as translated": (
        "To share | To divide | To print | To comment | To tweet | To read more | To learn more | To know "
        "more | To read also | To continue reading | Continue to read | Read further | Read on here | Read "
        "also on the topic | Read too | See too | Look also | Watch also | More to read | More on the topic"
        " | More on the subject | More about it | To the article | To the comments | To the home page | To "
        "the top | Share the article | Divide the article | Share in Facebook | Share at Facebook | Share "
        "with friends | Print the article | Article print | Recommend article | Remember article | Article "
        "to share | This might also interest you | That could interest you too | That might interest you "
        "too | Discover also | Send to a friend"
    ),
    "de": (
        "Weiterlesen | Mehr lesen | Mehr dazu | Lesen Sie auch | Lesen Sie mehr | Lesen Sie hier mehr | "
        "Artikel teilen | Zum Artikel | Jetzt abonnieren | Nach oben | Zur Startseite | Mehr zum Thema | "
        "Lesen Sie dazu auch | Auch interessant | Das könnte Sie auch interessieren | Das könnte Dich auch "
        "interessieren | Kommentar schreiben | Kommentare lesen | Artikel drucken | Auf Facebook teilen | "
        "Auf Twitter teilen | Per E-Mail teilen | Newsletter abonnieren | Zurück zur Startseite | Zurück "
        "zur Übersicht | Bild vergrößern"
    ),
    "fr": (
        "Lire la suite | Lire aussi | À lire aussi | En savoir plus | Partager cet article | Lire plus | "
        "Lire l’article | Lire l'article | Voir aussi | Voir plus | Partager sur Facebook | Partager sur "
        "Twitter | Partager l’article | Imprimer l’article | Laisser un commentaire | Sur le même sujet | "
        "Abonnez-vous | Retour en haut | Cliquez ici | Articles liés"
    ),
    "es": (
        "Leer más | Lea también | Seguir leyendo | Ver más | Compartir este artículo | Te puede interesar |"
        " Leer también | Ver también | Lee también | Compartir en Facebook | Compartir en Twitter | "
        "Compartir por WhatsApp | Dejar un comentario | Deja un comentario | Noticias relacionadas | Más "
        "información | Suscríbete a nuestra newsletter | Volver arriba | Haga clic aquí"
    ),
    "it": (
        "Leggi anche | Leggi tutto | Continua a leggere | Condividi questo articolo | Per saperne di più | "
        "Leggi di più | Leggi l’articolo | Leggi tutto l’articolo | Vedi anche | Guarda anche | Condividi "
        "su Facebook | Condividi su Twitter | Lascia un commento | Articoli correlati | Iscriviti alla "
        "newsletter | Torna su | Clicca qui"
    ),
    "pt": (
        "Leia mais | Leia também | Saiba mais | Continue lendo | Veja também | Compartilhe este artigo | "
        "Ler mais | Ver mais | Leia a seguir | Partilhar no Facebook | Partilhar este artigo | Compartilhar"
        " no Facebook | Compartilhar no Twitter | Deixe um comentário | Notícias relacionadas | Assine a "
        "newsletter | Voltar ao topo | Clique aqui"
    ),
    "nl": (
        "Lees meer | Lees ook | Lees verder | Deel dit artikel | Meer lezen | Lees het hele artikel | Deel "
        "op Facebook | Deel via WhatsApp | Plaats een reactie | Terug naar boven | Klik hier"
    ),
    "pl": (
        "Czytaj więcej | Czytaj także | Czytaj dalej | Zobacz także | Zobacz też | Udostępnij artykuł | "
        "Przeczytaj także | Przeczytaj też | Przeczytaj również | Czytaj też | Czytaj również | Zobacz "
        "więcej | Udostępnij na Facebooku | Podziel się | Dodaj komentarz | Powiązane artykuły | Zapisz się"
        " na newsletter | Wróć na górę | Kliknij tutaj"
    ),
    "ru": (
        "Читать далее | Читайте также | Читать полностью | Подробнее | Смотрите также | Поделиться статьёй "
        "| Читать ещё | Читать еще | Читайте далее | Читайте ещё | По теме | Материалы по теме | Поделиться"
        " в Facebook | Поделиться в Telegram | Поделиться ссылкой | Поделиться статьей | Оставить "
        "комментарий | Комментировать | Подписаться на рассылку | Подпишитесь на наш Telegram-канал | "
        "Наверх | Нажмите здесь | Смотрите далее"
    ),
    "uk": (
        "Читати далі | Читайте також | Читати повністю | Читайте далі | Читати більше | Дивіться також | За"
        " темою | Детальніше | Докладніше | Поділитися статтею | Поділитися у Facebook | Поділитися в "
        "Telegram | Поширити | Залишити коментар | Підписатися на розсилку | Підписуйтесь на наш Telegram-"
        "канал | Нагору | Натисніть тут"
    ),
    "tr": (
        "Devamını oku | Daha fazla oku | Ayrıca bakınız | Haberin devamı | Bunu da oku | Devamı için "
        "tıklayın | Haberin devamı için tıklayın | Ayrıca okuyun | Bunlar da ilginizi çekebilir | "
        "Facebook’ta paylaş | Facebook'ta paylaş | Twitter’da paylaş | Haberi paylaş | Yorum yap | Yorum "
        "yaz | İlgili haberler | Bültene abone ol | Başa dön | Buraya tıklayın"
    ),
}
"""Labels of several languages, parted by bars; single words only if no sentence could end in them."""

NOTES = (
    "Advertisement", "Advertisements", "Sponsored content", "Anzeige", "Werbung", "Publicité", "Publicidad",
    "Pubblicità", "Publicidade", "Advertentie", "Reklama", "Реклама", "Reklam", "Реклама на сайті",
)  # fmt: skip
