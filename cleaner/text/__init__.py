"""What is true of text: encoding, scripts, sentences, language.  Documents are unknown here."""
