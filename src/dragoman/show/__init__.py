"""The skin: what a person sees of the record, on the command line."""
