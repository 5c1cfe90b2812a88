"""What is measured against peers: each module is a command that prints the figures, ours and theirs."""
