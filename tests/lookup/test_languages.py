"""Reports and programs in other languages: their own words are left out, the reply decides; where
no server's words stand, the sentence that tells the cause does.
"""

import pytest

REPORTS = {  # of Microsoft Exchange: the language: (text, code, problem)
    "de": (
        "Übermittlung an folgende Empfänger oder Gruppen fehlgeschlagen:\n\nanna@example.com\n\n"
        "Diagnoseinformationen für Administratoren:\n\nGenerierender Server: mail.example.org\n\n"
        "Remoteserver hat „552 5.2.2 mailbox full“ zurückgegeben.",
        ("5.2.2", "mailbox-full"),
    ),
    "fr": (
        "La remise a échoué pour ces destinataires ou groupes :\n\nanna@example.com\n\n"
        "L’organisation suivante a refusé votre message : mx.example.com\n\n"
        "Informations de diagnostic pour les administrateurs :\n\n"
        "Le serveur distant a renvoyé ’554 5.7.1 Client host blocked using zen.spamhaus.org’\n\n"
        "En-têtes de message d’origine :",
        ("5.7.1", "blocklisted"),
    ),
    "es": (
        "No se puede entregar: factura\n\nNo se pudo entregar a estos destinatarios o grupos:\n\n"
        "anna@example.com\n\nServidor de origen: mail.example.org\n\n"
        "El servidor remoto devolvió “450 4.2.0 Recipient address rejected: Greylisted”",
        ("4.2.0", "greylisted"),
    ),
    "pt": (
        "Falha na entrega aos seguintes destinatários ou grupos:\n\nanna@example.com\n\n"
        "A seguinte organização rejeitou sua mensagem: mx.example.com\n\n"
        "O Servidor Remoto retornou “552 5.3.4 message size exceeds fixed limit”",
        ("5.3.4", "message-too-big"),
    ),
    "it": (
        "Il recapito non è riuscito per i seguenti destinatari o gruppi:\n\nanna@example.com\n\n"
        "Server di generazione: mail.example.org\n\n"
        "Il server remoto ha restituito l’errore “550 5.1.1 User unknown”",
        ("5.1.1", "user-unknown"),
    ),
    "ja": (
        "次の受信者またはグループへの配信に失敗しました:\n\nanna@example.com\n\n管理者向けの診断情報:\n\n"
        "生成サーバー: mail.example.org\n\n"
        "リモート サーバーが ‘552 5.2.2 mailbox full‘ を返しました。",
        ("5.2.2", "mailbox-full"),
    ),
    "zh": (
        "无法传递到这些收件人或组：\n\nanna@example.com\n\n面向管理员的诊断信息：\n\n"
        "生成服务器:mail.example.org\n\n远程服务器返回了“550 5.1.1 User unknown”",
        ("5.1.1", "user-unknown"),
    ),
    "nl": (
        "Bezorging aan deze geadresseerden of groepen is mislukt:\n\nanna@example.com\n\n"
        "Diagnostische gegevens voor beheerders:\n\n552 5.2.2 mailbox full",
        ("5.2.2", "mailbox-full"),
    ),
    "pl": (
        "Dostarczenie do następujących odbiorców lub grup nie powiodło się:\n\nanna@example.com\n\n"
        "Informacje diagnostyczne dla administratorów:\n\n550 5.1.1 User unknown",
        ("5.1.1", "user-unknown"),
    ),
}

QUOTES = "“”„‘’"

PROGRAMS = {  # Thunderbird, PHPMailer and Roundcube
    "de": "Fehler beim Senden der Nachricht. Der Mail-Server antwortete: 552 5.2.2 mailbox full.",
    "fr": "Erreur SMTP : les destinataires suivants ont échoué : anna@example.com: 552 5.2.2 full",
    "es": "Error SMTP (552): fallo al agregar destinatario \"anna@example.com\" (5.2.2 full).",
    "pt": "Falha ao enviar mensagem. O servidor de email respondeu: 552 5.2.2 mailbox full",
    "it": "Invio del messaggio non riuscito. Il server di posta ha risposto: 552 5.2.2 full",
    "nl": "Verzenden van het bericht is mislukt. De mailserver antwoordde: 552 5.2.2 mailbox full",
    "pl": "Wysyłanie wiadomości się nie powiodło. Odpowiedź serwera poczty: 552 5.2.2 mailbox full",
    "ja": "メッセージを送信できませんでした。メールサーバーからの応答: 552 5.2.2 mailbox full",
    "zh": "消息发送失败。邮件服务器响应：552 5.2.2 mailbox full",
}  # fmt: skip


def first(engine, text):
    """(the first result's code, its problem), and the parts of the text that decided."""
    result = engine.diagnose(text)["reports"][0]["results"][0]
    return (result["code"], result["problem"]), result["because"]


@pytest.mark.parametrize("language", REPORTS)
def test_a_report_in_another_language(engine, language):
    """The reply decides, and none of the report's own words."""
    text, answer = REPORTS[language]
    found, because = first(engine, text)
    assert found == answer
    assert all(part.strip(QUOTES).isascii() for part in because), because


@pytest.mark.parametrize("language", PROGRAMS)
def test_a_program_in_another_language(engine, language):
    """The reply behind the program's words decides."""
    found, _ = first(engine, PROGRAMS[language])
    assert found == ("5.2.2", "mailbox-full")
    assert engine.diagnose(PROGRAMS[language])["reports"][0]["tier"] != "none"


def test_every_language_of_reporters_is_tried(real):
    """A language that is added to reporters.yml has its report and its program here."""
    languages = {one.language for one in real.catalogue.reporters.reporters if one.language}
    assert languages == REPORTS.keys() == PROGRAMS.keys()


CAUSES = {  # sentences of Exchange: the one for an unknown address, the one for a rule
    "de": (
        "Die E-Mail-Adresse dieses Empfängers wurde im E-Mail-System des Empfängers nicht "
        "gefunden.",
        "Ihre Nachricht wurde aufgrund von Sicherheitsrichtlinien nicht zugestellt.",
    ),
    "fr": (
        "L’adresse de messagerie de ce destinataire est introuvable dans le système de messagerie.",
        "Votre message n’a pas été remis en raison des stratégies de sécurité.",
    ),
    "es": (
        "La dirección de correo electrónico especificada no se encontró o no es válida.",
        "El mensaje no se entregó debido a las directivas de seguridad.",
    ),
    "pt": (
        "Não foi possível encontrar o endereço de email fornecido ou ele é inválido.",
        "Sua mensagem não foi entregue por causa das diretivas de segurança.",
    ),
    "it": (
        "L’indirizzo di posta elettronica specificato non è stato trovato o non è valido.",
        "Il messaggio non è stato recapitato a causa dei criteri di protezione.",
    ),
    "ja": (
        "入力したメール アドレスが見つからないか、無効です。",
        "セキュリティ ポリシーに抵触したため、メッセージを配信できませんでした。",
    ),
    "zh": (
        "在收件人电子邮件系统中找不到此收件人的电子邮件地址。",
        "由于安全策略，您的邮件未送达。",
    ),
}  # fmt: skip


@pytest.mark.parametrize("language", CAUSES)
def test_the_cause_in_another_language(engine, language):
    """Without a reply, the sentence that names the cause tells it."""
    unknown, rule = CAUSES[language]
    assert first(engine, unknown)[0][1] == "user-unknown"
    assert first(engine, rule)[0][1] == "policy"
