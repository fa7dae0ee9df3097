"""Acts found by dictionaries in the PETRARCH form, matched on the words and phrases of a parsed sentence."""
